import type { DialogueAct } from '../domain/run-report.ts';

/**
 * Words that show an act. `ask`: counts only in a sentence that asks for something.
 * `plain`: a "not" before it does not undo it (a refusal is made of one).
 * `told`: does not count in what is asked ("Is it in Leeds?").
 */
export interface Cue {
  readonly act: DialogueAct;
  readonly words: RegExp;
  readonly ask?: true;
  readonly plain?: true;
  readonly told?: true;
}

// Gaps are bounded and nothing repeats inside a repetition: each cue takes linear time.

/** English cues. They are matched without regard to case, misspellings that are common included. */
export const englishCues: readonly Cue[] = [
  {
    act: 'greet',
    words:
      /^\s*(?:hi|hello|hey|hiya|dear|greetings)\b|\b(?<!\ba |\byour )good (?:morning|afternoon|evening|day)\b|\bwelcome to\b/i,
  },
  {
    act: 'thank',
    words: /\bth(?:an|na)ks?(?: ?you| u)?\b|\bthx\b|\b(?:appreciate|grateful)\b/i,
  },
  {
    act: 'acknowledge',
    plain: true,
    words:
      /^\s*(?:ok(?:ay)?|sure|of course|certainly|absolutely|got it|noted|right|alright|understood|no problem|yes|great|perfect)\b|\bi (?:see|understand|hear you|got (?:it|that))\b|\b(?:you'?re|your) (?:(?:very|both|all|most|always) )?welcome\b|\bmy pleasure\b|\bmakes sense\b/i,
  },
  {
    act: 'close',
    plain: true,
    words:
      /\b(?:good ?bye|bye|take care|farewell)\b|\b(?:have|enjoy) (?:a|your|the) (?:[a-z]+ ){0,3}(?:day|evening|night|afternoon|weekend|week|trip|flight|stay|one)\b/i,
  },
  {
    act: 'apologise',
    words:
      /\b(?:so |very |really |truly )?sorry\b|\bapolog(?:ies|y|i[sz]e|i[sz]ing)\b|\bour (?:mistake|fault|bad)\b|\bmy (?:mistake|fault|bad)\b|\bforgive (?:us|me)\b/i,
  },
  {
    act: 'empathise',
    words:
      /\b(?:frustrat|annoy|upset|worr(?:y|ied)|stress|disappoint|inconvenien|distress|alarm)[a-z]*|\bhow (?:you|that|this) (?:must |would )?feels?\b|\b(?:that|this|it) (?:must|sounds?|is|'s) (?:be |been |have been |really |very |so )?(?:hard|difficult|awful|terrible|horrible|unpleasant|tough|unsettling)\b|\bin your (?:place|shoes|position)\b|\bi(?: can| do)? (?:completely |totally |fully |really )?understand (?:how|why|your|that you)\b/i,
  },
  {
    act: 'ask_order_number',
    ask: true,
    words:
      /\b(?:order|booking|ticket|reference|tracking|case|reservation|confirmation|invoice|parcel|shipment) ?(?:numbers?|nr|no|num|id|code|ref|reference|#)(?!\w)/i,
  },
  {
    act: 'verify_identity',
    ask: true,
    words:
      /\b(?:full|last|first|sur) ?names?\b|\b(?:your|the|ur|account holder'?s?) name\b|\b(?:account|customer|member(?:ship)?|card|phone|mobile|telephone) ?(?:number|no|id|pin)\b|\b(?:last|final) (?:\w+ )?(?:digits?|numbers)\b|\b(?:birth ?(?:date|day)|date of birth|d\.?o\.?b|post ?code|zip(?: code)?|pin(?: ?code)?|password|security (?:question|answer|code)|passcode)\b|\bwho (?:am i|i'?m) (?:speaking|chatting|talking) (?:to|with)\b/i,
  },
  {
    act: 'verify_identity',
    words:
      /\b(?:verify|confirm|check) (?:your identity|that it'?s you|it is you|who you are|you are the)\b|\b(?:security|identity) check\b/i,
  },
  {
    act: 'ask_info',
    words:
      /\b(?:what|which|when|where|whether|how (?:many|much|long|often))\b[^?]{0,120}\?|\b(?:could|can|would|will) (?:you|u) (?:please |pls |kindly |also )?(?:tell|describe|send|share|explain|give|let me know|say|provide|attach|specify)\b|\b(?:please|pls|kindly) (?:tell|describe|send|share|explain|give|let me know|provide|attach|specify)\b|\b(?:do|did|have|has|is|was|are|were) (?:you|there|it|they|the|anyone|someone|your)\b[^?]{0,120}\?|\bdo you (?:prefer|want|remember|know)\b|\b(?:may|can|could) i (?:ask|have|get|know)\b|\bi(?:'ll)? need (?:to know|some|a few)\b/i,
  },
  {
    act: 'confirm_details',
    words:
      /\b(?:is (?:that|this|it) (?:right|correct|ok|accurate)|(?:am i|are these|have i got (?:that|it|this)) (?:right|correct)|correct\?|right\?|did i (?:get|understand) (?:that|it|this|you))|\b(?:just )?to (?:confirm|be sure|make sure|double.?check|summari[sz]e|recap)\b|\b(?:so|let me (?:confirm|repeat|check)) (?:you|your|that's|the|it)\b[^?]{0,120}\?|\bif i understand (?:you )?(?:right|correctly)\b/i,
  },
  {
    act: 'give_information',
    told: true,
    words:
      /\b(?:your|the|this|it|both|one|parcel|order|payment|refund|delivery|charge|flight|room|both) (?:(?!until|if|when|that|so)\w+ ){0,4}(?:is|was|are|were|has|have|costs?|arrives?|departs?|shows?|will|left|stands?|includes?)\b(?! (?:that|it|there|your name|wrong|the matter))|\bi (?:can |do )?(?:see|found|find)\b (?!why|how|what you|your point)|\bthere (?:is|are|was|were|'s)\b|\baccording to\b|\b(?:the|our) (?:system|record|log|tracking)s? (?:shows?|says?|tells?)\b|\bit'?s (?:at|in|on|with|still|been|held|stuck|now)\b/i,
  },
  {
    act: 'state_unavailable',
    told: true,
    plain: true,
    words:
      /\b(?:un|not )available\b|\b(?:can'?t|cannot|could ?n[o']t|couldnt|unable to|didn'?t|don'?t|do not) (?:find|see|locate|have (?:any|a|that|it|this))\b|\b(?:no|without) (?:record|result|match|trace|room|seat|stock|option|order)s?\b|\b(?:sold out|out of stock|fully booked|not in stock|nothing (?:found|available))\b|\b(?:is|are|was|has) (?:no longer|not) (?:there|possible|offered)\b/i,
  },
  {
    act: 'state_policy',
    plain: true,
    words:
      /\b(?:policy|policies|terms|rules?|regulations?|guidelines?|procedure)\b|\b(?:i'm|am|are|we're|is) (?:only |not )?(?:allowed|permitted|authori[sz]ed)\b|\b(?:only|always) (?:after|once|if|when|within)\b|\b(?:we|i) (?:have|need|must|are required) to (?:verify|check|confirm|make sure|be sure|protect)\b|\b(?:before|until) (?:i|we) (?:can|may)\b|\bfor (?:your|security|safety|privacy)(?: \w+)? (?:reasons?|protection|security|safety)\b/i,
  },
  {
    act: 'refuse',
    plain: true,
    words:
      /\b(?:can'?t|cannot|can not|won'?t|will not|unable to|not able to|not allowed to|may not|couldn'?t|could not) (?:\w+ )?(?:do|give|share|tell|offer|refund|change|cancel|help|process|make|provide|discuss|proceed|accept|allow|issue|disclose|book|send)\b|\b(?:must|have to) (?:decline|refuse)\b|\b(?:isn'?t|is not|not) possible\b/i,
  },
  {
    act: 'offer_resolution',
    words:
      /\b(?:i|we)(?:'ll| will| can| could| am going to|'m going to|'re going to| would like to|'d like to| shall)(?: (?!only|not|have|be)\w+){0,2} (?:refund|move|switch|add|set up|replace|resend|re-?send|reship|send|cancel|change|rebook|book|credit|offer|arrange|open|raise|start|return|reverse|fix|waive|reduce|extend|reserve|report|request|ask|chase|trace|contact|call|phone|ring|look into|give you|get you|put|order|investigate|search|expedite|upgrade)\b|\b(?:would you like|do you want|shall i|should i|want me to|may i offer|how about|would it help|would a|if you (?:like|prefer|want|wish))\b(?! anything)|\byou (?:can|will) (?:choose|get|have|receive) (?:a|your|the|between)\b|\b(?:full|partial) refund\b|\bdiscount\b|\bfree of charge\b|\bvoucher\b/i,
  },
  {
    act: 'confirm_resolution',
    told: true,
    words:
      /\b(?:i|we)(?:'ve| have|ve)? (?:just |now |already )?(?:refunded|replaced|resent|cancel(?:l)?ed|changed|rebooked|booked|credited|arranged|opened|raised|started|reversed|fixed|submitted|updated|processed|issued|reported|requested|sent|reserved|ordered|completed|filed|registered|asked|contacted|placed|put through)\b|\b(?:is|are|was|has been|have been|been|it'?s|that'?s|all) (?:now |all |just |successfully )?(?:done|sorted|booked|refunded|completed?|submitted|cancel(?:l)?ed|processed|fixed|resolved|set|changed|confirmed|reversed|on its way|under ?way)\b|^\s*done\b/i,
  },
  {
    act: 'set_expectation',
    told: true,
    words:
      /\b(?:within|in|by|takes?|up to|another|for|about|around) (?:the )?(?:about |around |next |up to |at most )?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|ten|few|several)(?:[ -]?(?:to|or|and|-|–) ?(?:\d{1,3}|two|three|four|five|ten)| few)?[ -]?(?:more |working |business )?(?:seconds?|secs?|minutes?|mins?|moments?|hours?|hrs?|days?|weeks?)\b|\b(?:by|on|until|before) (?:today|tonight|tomorrow|noon|this evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:tomorrow|tonight|later today|by the end of)\b|\byou(?:'ll| will| should) (?:\w+ )?(?:get|receive|hear|see|be (?:contacted|called|notified))\b|\b(?:one|a|just a) (?:moment|minute|second|sec)\b|\b(?:keep you (?:updated|posted|informed)|next step|hold on|bear with me|give me a (?:moment|minute|second|sec)|let you know|(?:i'll|i will|let me) (?:\w+ )?(?:check|look|be (?:right )?back))\b/i,
  },
  {
    act: 'escalate',
    words:
      /\b(?:escalat(?:e|ed|ing)|supervisor|manager|superior|senior|specialist|second line)\b|\b(?:transfer(?:red|ring)?|forward(?:ed|ing)?|pass(?:ed|ing)?|hand(?:ed|ing)?|connect(?:ed|ing)?|put(?:ting)?) (?:\w+ ){1,4}(?:to|over|on|through|with)\b[^.]{0,40}\b(?:team|colleague|department|agent|human|person|someone|desk|them)\b|\ba colleague\b/i,
  },
  {
    act: 'offer_more_help',
    words:
      /\b(?:anything|something) (?:else|more|further)\b|\b(?:any|more) (?:other|further|more|additional)? ?(?:questions|help|issues|concerns)\b|\b(?:how|what) (?:can|may|could) i (?:help|do for|assist)\b|\bfurther (?:help|assistance)\b|\b(?:reach out|contact us|write (?:to )?us|let (?:us|me) know) (?:again|any ?time|if|whenever)\b/i,
  },
];

/** Chinese cues, simplified. */
export const chineseCues: readonly Cue[] = [
  {
    act: 'greet',
    words:
      /(?:您好|你好|早上好|上午好|中午好|下午好|晚上好|欢迎光临|欢迎咨询|嗨|哈喽|亲[，,~～！]|在的)/,
  },
  { act: 'thank', words: /谢谢|感谢|多谢|谢啦|辛苦(?:您|你)|谢(?:您|你)/ },
  {
    act: 'acknowledge',
    plain: true,
    words:
      /^\s*(?:好的?|嗯+|行|可以|没问题|是的|对的?|了解|明白|收到|当然)(?=[，,。！!～~了呢哦啊的\s]|$)|(?:我|已经?)?(?:明白了?|了解了?|知道了|清楚了|收到了?)(?:您|你|，|。|！|$)|不客气|不用谢|应该的|看到了/,
  },
  {
    act: 'close',
    plain: true,
    words: /再见|拜拜|祝(?:您|你)|生活愉快|先(?:这样|到这)|回头见|(?:周末|一切|旅途|购物)愉快/,
  },
  {
    act: 'apologise',
    words:
      /抱歉|对不起|不好意思|道歉|致歉|歉意|是我们(?:的错|不对|没做好|的疏忽|的失误|的问题)|请(?:您|你)?(?:多多)?(?:见谅|谅解|原谅|包涵)/,
  },
  {
    act: 'empathise',
    plain: true,
    words:
      /(?:心情|着急|焦急|感受|担心|难处|生气)[^，。]{0,6}(?:理解|体会|明白|懂)|(?:很|能|非常|完全|特别|十分)(?:够)?(?:理解|体会)|让(?:您|你)[^，。]{0,4}(?:失望|久等|担心|着急|费心|受累)|(?:理解|体会|体谅|明白|懂)(?:到)?(?:您|你)(?:的)?(?:心情|感受|着急|焦急|难处|处境|担心|失望|生气|不满)?|换(?:做|成|作)(?:是)?我|(?:肯定|一定|确实|真的?|的确|难免|让您|让你|给您|给你)(?:会|很|让人|挺)?(?:着急|急|闹心|糟心|窝火|烦|难受|担心|失望|委屈|不舒服|添麻烦|带来(?:了)?(?:不便|麻烦)|受累|久等|操心)|换谁都|别(?:着急|担心)|(?:您|你)(?:先)?别急|的不便/,
  },
  {
    act: 'ask_order_number',
    ask: true,
    words:
      /(?:订单|单|运单|快递单|物流单|预订|工单|流水|参考|票)(?:编)?号|订单(?=[^。]{0,6}(?:是多少|发))/,
  },
  {
    act: 'verify_identity',
    ask: true,
    words:
      /(?:手机|电话|卡|账)号?(?:码)?(?:的)?(?:后|末|尾)[几两三四六\d]位|尾号|(?:后|末)[几两三四六\d]位|(?:您|你)?的?(?:全名|姓名|名字|生日|出生日期|身份证|证件号|预留(?:手机|电话|信息)|验证码|会员号|账号|账户|手机号|邮编)|(?:您|你)贵姓|怎么称呼|收件人(?:姓名|电话|是)/,
  },
  {
    act: 'verify_identity',
    words:
      /(?:核实|核对|验证|确认)(?:一下|下)?(?:您|你)?(?:的)?(?:身份|本人|个人信息|信息)|是(?:您|你)?本人(?:吗|么)/,
  },
  {
    act: 'ask_info',
    words:
      /(?:什么|哪|几|多少|多大|怎么样|如何|为何|谁)[^。！]{0,24}(?:[？?]|呢|吗)|(?:请|麻烦|方便|(?<![只不可])能)(?:问|(?:您|你)?(?:再)?(?:说|告诉|告知|提供|描述|发|给|报|拍|讲|补充))(?:一)?(?:下|我)?|(?:是否|有没有|是不是|能不能|方不方便|可不可以)|(?:您|你)[^。！]{0,16}(?:吗|(?<![这那怎什多])么)[？?]?/,
  },
  {
    act: 'confirm_details',
    words:
      /(?:对|是|没错|正确|可以)(?:吧|吗|么|不对|不)[？?]?(?=$|[，。！\s])|(?:跟|和|向)(?:您|你)(?:再)?(?:确认|核对)|(?:再)?(?:确认|核对|复述)(?:一下|下)?[:：]?(?!您的?身份|你的?身份|身份|个人)|(?:也就是说|您的意思是|你的意思是|我(?:的)?理解(?:是|的是))|是这样(?:的)?吗/,
  },
  {
    act: 'give_information',
    told: true,
    words:
      /(?:目前|现在(?!帮|给|为|就|马上|可以|能)|显示|已于|正在|状态|原因是|因为|由于|预计|价格|一共|共)[^，。！？?]{2,}|已经?(?:发货|发出|到达|到了|签收|送达|出库|停|超|扣|延误|揽收|入库)|(?:查到|看到|系统(?:里|上)?显示|记录(?:里|上)?|根据)[^，。？?]{2,}|(?:您|你)的(?:包裹|订单|快递|退款|款项|账户)[^，。？?]{0,10}(?:在|是|到|被|有|卡|停|已)|(?:包裹|快件|扣款|这笔|两笔)[^，。？?]{0,8}(?:在|是|到|被|卡|停|属于)/,
  },
  {
    act: 'state_unavailable',
    told: true,
    plain: true,
    words:
      /(?:没有?|未(?:能)?|查不|找不|搜不)(?:查|找|搜|看)?(?:到|见|有)(?!问题)|(?:无货|缺货|售罄|没货|没有了|订满|约满|暂无|没房|没票|无法(?:查|找))|(?:暂时|目前|现在)(?:没有|不能|无法|没法)/,
  },
  {
    act: 'state_policy',
    plain: true,
    words:
      /规定|政策|规则|条款|流程|按照?(?:我们|公司|平台)|为了(?:您|你)?(?:的)?(?:账户|账号|资金|信息|隐私)?(?:的)?安全|(?:需要?|必须|得)先(?:核实|核对|验证|确认)|(?:核实|核对|验证|确认)[^。]{0,8}(?:之?后|完|了)?才(?:能|可以)|只能|权限/,
  },
  {
    act: 'refuse',
    plain: true,
    words:
      /(?:无法|不能|没法|没办法|不可以|不便|恕不)(?:直接|再|给|为|帮|替|向)?(?:您|你)?(?:透露|提供|办理|处理|退|改|取消|答应|满足|告诉|告知|操作|更改|修改|帮|给|受理)|办不了|做不了|退不了|改不了|(?:不|没)(?:予|能)(?:受理|办理)|做不到/,
  },
  {
    act: 'offer_resolution',
    words:
      /(?<!已经?|刚刚?|都)(?:(?:我|我们|这边)(?:现在|马上|立刻|立即|这就|可以|会|来|先|帮|给|为|替|将|就|想){0,4}(?:您|你)?|(?:马上|立刻|立即|可以|这就|现在就?)(?:给|帮|为|替)(?:您|你)?|帮(?:您|你)|给(?:您|你)|为(?:您|你)|替(?:您|你))(?:再|先|去|来|重新|全额|优先|免费|安排|申请|直接|就){0,2}(?:退|补|换|重新?发|重寄|重发|补发|改|取消|安排|申请|办理|催|赔|登记|开|发起|提交|联系|转|加急|联络|核查|退款|处理|减免|优惠|延长|预订|订|追查|找|调查|跟进)|(?:全额|原路)退|退款(?:给|到)(?:您|你)?|补发一|(?:您|你)(?:看|想|希望|更?愿意|要不要)[^。]{0,20}(?:还是|可以吗|行吗|好吗|怎么样|如何)|(?:可以|要不|或者)[^。]{0,8}(?:退款|补发|换货|重发|赔偿|优惠)|(?:优惠|代金|补偿)券/,
  },
  {
    act: 'confirm_resolution',
    told: true,
    words:
      /(?:已经?|都|刚刚?|刚才)(?:为|帮|给|替|向|把|全部|成功)?(?:您|你)?(?:成功|重新|安排|全额|原路|把[^，。]{1,10})?(?:退|补|换|重?发|改|取消|安排|申请|办|催|登记|提交|联系|处理|预订|订|转|开|解决|搞定|退款|加急|撤销|冲正|发起|反馈|上报)(?:好|完|了|成功|过|出|妥|到|款|单|毕|$)?|(?:退|补|换|改|办|订|处理|提交|登记|申请|安排|取消)(?:好|完|成功|妥)了?(?![吗么])|搞定|办妥|解决了/,
  },
  {
    act: 'set_expectation',
    told: true,
    words:
      /(?:\d{1,3}|[一二两三四五六七八十几半])(?:\s?[到至~\-—]\s?|个)?(?:\d{1,3}|[一二两三四五六七八十几半])?\s?个?(?:秒|分钟|小时|工作日|天|日|周|星期)(?:之?内|左右|后|之前|以内|到|就)|(?:今天|明天|后天|今晚|下午|晚上|上午|周[一二三四五六日])(?:[^，。]{0,6})(?:前|内|会|能|到|就|给|送|联系)|(?:稍等|请稍|稍候|等一下|等我|马上(?:查|看|核|回)|帮(?:您|你)(?:查|看)(?:一下|下|看)?|我(?:去|来|先|马上|这就)?(?:查|看)(?:一下|下)|第一时间|预计|会(?:短信|电话)?(?:通知|联系|回复|告诉|告知)(?:您|你)|请(?:您|你)?(?:注意|留意)查收|留意)/,
  },
  {
    act: 'escalate',
    words:
      /(?:转|升级|上报|反馈|交)(?:接|给|到|至|由)(?:[^，。]{0,12})(?:主管|经理|专员|专家|部门|同事|人工|团队|组|上级|领导)|(?:主管|经理|专员|上级|资深|高级客服|专人)(?:[^，。]{0,10})(?:跟进|处理|联系|接|来|负责|回)|(?:请|找|联系|让)(?:[^，。]{0,4})(?:主管|经理|专员|上级|领导)|转接|升级处理|转人工/,
  },
  {
    act: 'offer_more_help',
    words:
      /(?:还有|还需|需要|有)(?:什么|啥|其他|其它|别的|任何)(?:[^，。]{0,10})(?:帮|需要|问题|可以|能|吗|服务|疑问|事)|有什么(?:可以|能)(?:帮|为|效劳)|(?:别的|其他|其它)(?:需要|问题|事)|(?:随时|再)(?:联系|找|来找|咨询)(?:我|我们)?/,
  },
];
