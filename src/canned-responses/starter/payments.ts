import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “payments”. */
export const payments: readonly StarterReply[] = [
  {
    shortcut: 'refund',
    en: [
      'Refund on its way',
      'I have refunded {amount} to the way you paid. Depending on your bank, it takes up to {days} working days to arrive.',
    ],
    zh: [
      '退款已提交',
      '已为您提交退款{金额}，款项将原路退回，具体到账时间以银行为准，一般不超过{天数}个工作日。',
    ],
  },
  {
    shortcut: 'refundwhere',
    en: [
      'Where the refund is',
      'Your refund was sent on {date}. Some banks need a few days to show it. If it is not there by {deadline}, please write to me again.',
    ],
    zh: [
      '查询退款进度',
      '您的退款已于{日期}退出，部分银行入账需要几天时间。如果{截止日期}还没有收到，请您再联系我。',
    ],
  },
  {
    shortcut: 'double',
    en: [
      'Charged twice',
      'I am sorry, I can see two charges of {amount}. One of them will be paid back in full. You do not need to do anything.',
    ],
    zh: [
      '重复扣款',
      '很抱歉，我查到您被扣了两笔{金额}，多扣的一笔会全额退还给您，您无需任何操作。',
    ],
  },
  {
    shortcut: 'payfail',
    en: [
      'Payment failed',
      'Your payment did not go through, and nothing has been charged. Please try again in a few minutes or pay in another way.',
    ],
    zh: ['支付失败', '您的这笔支付没有成功，也没有扣款。请您过几分钟再试一次，或换一种支付方式。'],
  },
  {
    shortcut: 'invoice',
    en: [
      'Send an invoice',
      'Gladly. Please tell me the name and address for the invoice, and I will send it to your e-mail address.',
    ],
    zh: ['开具发票', '好的，没问题。请您提供发票抬头和税号，开好后会发送到您的邮箱。'],
  },
  {
    shortcut: 'noreturn',
    en: [
      'Refund not possible',
      'I am sorry, but I cannot refund this purchase, because {reason}. What I can offer you instead is this: {alternative}',
    ],
    zh: [
      '无法退款',
      '很抱歉，由于{原因}，这笔订单无法退款。不过我可以为您提供这样的方案：{替代方案}',
    ],
  },
  {
    shortcut: 'return',
    en: [
      'How to return an item',
      'You can return your {item} until {date}. I am sending you the return label now. Please put it on the parcel and hand it in at any {carrier} shop.',
    ],
    zh: [
      '退货方法',
      '您的{商品}在{日期}之前都可以退货。我现在把退货单发给您，请贴在包裹上，交给任意一家{快递公司}网点即可。',
    ],
  },
];
