import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “asking”. */
export const asking: readonly StarterReply[] = [
  {
    shortcut: 'order',
    en: [
      'Ask for the order number',
      'Could you please send me your order number? You will find it in your confirmation e-mail or under “My orders”.',
    ],
    zh: ['询问订单号', '麻烦您提供一下订单号，在确认邮件或“我的订单”里都可以看到。'],
  },
  {
    shortcut: 'more',
    en: [
      'Ask for more detail',
      'So that I understand it properly: could you tell me a little more about what happened, and when you first noticed it?',
    ],
    zh: [
      '请客户补充情况',
      '为了更准确地帮您处理，能否请您再详细说一下当时的情况，以及是什么时候发现的？',
    ],
  },
  {
    shortcut: 'errmsg',
    en: [
      'Ask for the error message',
      'Could you please copy the exact words of the error message here? If you cannot copy them, just tell me roughly what they say.',
    ],
    zh: [
      '询问报错提示',
      '麻烦您把报错提示的原文复制发给我。如果不方便复制，大致说一下内容也可以。',
    ],
  },
  {
    shortcut: 'contact',
    en: [
      'Ask how to reach the customer',
      'In case we get cut off: what is the best way to reach you, and at what time of day?',
    ],
    zh: ['询问联系方式', '万一会话中断，请问用什么方式、什么时间联系您比较方便？'],
  },
  {
    shortcut: 'confirm',
    en: [
      'Confirm what was understood',
      'Let me check that I have understood you correctly: {summary}. Is that right?',
    ],
    zh: ['确认客户诉求', '跟您确认一下，我的理解是：{问题概述}。请问对吗？'],
  },
];
