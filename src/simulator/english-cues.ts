import type { Cue } from './cue.ts';

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
