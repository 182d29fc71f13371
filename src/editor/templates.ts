import { primaryLanguage } from '../shared/language.ts';

const english = `// Lines that begin with two slashes are notes to yourself.
// First the head: what the practice is about.
scenario: my-scenario
title: Where is my order?
level: 1
languages: en
policy: Look the order up before you promise anything.
must: ask_order_number before offer_resolution
nudge: Hello? | Are you still there?
again: Sorry, that doesn't help me. Where is my order?
leaves: Never mind. Bye.

// Then a chat: one customer. What stands in braces is a fact.
# chat: Robin
customer: Robin Lake
topic: Late order
patience: 60
facts: order=30021; place=the Leeds depot
labels: order=Order; place=Last scan
known: place

// Then its beats, one after the other: what the customer says, what you hope for, what follows.
## open
says: Hi, my order still isn't here. | hi, where is my order?
want: greet
anyof: ask_order_number
within: 60 s
all: go details, patience +10
none: stay, patience -10
hint: Greet, and ask for the order number.
model: Hello! I'm sorry about that. Could you give me your order number, please?

## details
says: It's {order}.
anyof: give_information, set_expectation
hint: Tell what you see, and what happens next.
model: Thank you. It was last scanned at {place}. It will be with you by tomorrow evening.

// The last beat: words of goodbye, and how it ends.
## thanks
says: Great, thank you!
anyof: close, acknowledge
model: You're welcome. Have a good day!
end: solved
`;

const chinese = `// 两条斜杠开头的行是写给自己看的备注。
// 先写开头：这个练习讲什么。
场景：my-scenario
标题：我的包裹到哪了
级别：1
语言：zh
规定：先查订单，再答应客户。
必须：问订单号 先于 提出方案
催促：在吗？ | 人呢？
再说：你说的没用啊，我的包裹到底在哪？
走时说：算了，不问了。

// 再写会话：一位客户。花括号里是资料。
# 会话：安女士
客户：安女士
主题：快递没到
耐心：60
资料：订单=30021；位置=郑州中转站
名称：订单=订单号；位置=最后位置
已知：位置

// 然后一个环节接一个环节：客户说什么，希望客服做什么，接下来怎样。
## 开头
说：我的包裹怎么还没到？ | 你好，包裹到哪了
要：问候
任一：问订单号
时限：60 秒
全中：到 查单，耐心 +10
未中：不动，耐心 -10
提示：先问好，再问订单号。
范例：您好，很抱歉让您久等了，请问订单号是多少？

## 查单
说：{订单}
任一：说明情况，说明下一步
提示：说说查到了什么、接下来会怎样。
范例：谢谢您，包裹现在在{位置}，预计明天晚上送到。

// 最后一个环节：道别的话，以及怎么结束。
## 道谢
说：好的，谢谢！
任一：道别，回应
范例：不客气，祝您生活愉快！
结束：已解决
`;

/** A short, complete scenario to begin with, explained by its own notes, in the agent's language. */
export const scenarioTemplate = (language: string): string =>
  primaryLanguage(language) === 'zh' ? chinese : english;
