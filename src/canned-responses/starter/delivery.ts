import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “delivery”. */
export const delivery: readonly StarterReply[] = [
  {
    shortcut: 'sorrylate',
    en: [
      'Sorry for the delay',
      'I am very sorry that your parcel is late, {customer}. I can imagine how annoying that is. Let me find out where it is now.',
    ],
    zh: [
      '抱歉延迟',
      '非常抱歉，{customer}，包裹延迟给您添麻烦了，您着急的心情我很理解。我现在就为您查询包裹的位置。',
    ],
  },
  {
    shortcut: 'track',
    en: [
      'Where the parcel is',
      'Your parcel is with {carrier}, tracking number {tracking number}. Its latest status is: {status}.',
    ],
    zh: [
      '告知物流进度',
      '您的包裹由{快递公司}承运，运单号是{运单号}，目前的物流状态是：{物流状态}。',
    ],
  },
  {
    shortcut: 'eta',
    en: [
      'Expected delivery date',
      'Your parcel is expected to arrive on {date}. If it has not come by then, please write to us and we will put it right.',
    ],
    zh: [
      '预计送达时间',
      '您的包裹预计{日期}送达。如果到时还没有收到，请随时联系我们，我们会负责处理。',
    ],
  },
  {
    shortcut: 'lost',
    en: [
      'Parcel lost',
      'I am sorry: the carrier cannot find your parcel. I can send you a new one today or refund you in full. Which would you prefer?',
    ],
    zh: [
      '包裹丢失',
      '很抱歉，快递公司确认包裹已丢失。我今天就可以为您补发，也可以全额退款，请问您希望怎么处理？',
    ],
  },
  {
    shortcut: 'damaged',
    en: [
      'Arrived damaged',
      'I am sorry that your {item} arrived damaged. Please keep the packaging for now. Would you like a replacement or your money back?',
    ],
    zh: ['商品破损', '很抱歉，您收到的{商品}有破损。包装请您先保留。请问您希望换货还是退款？'],
  },
  {
    shortcut: 'addr',
    en: [
      'Change the delivery address',
      'I can still change the delivery address. Please send me the full new address with the postcode and a telephone number for the courier.',
    ],
    zh: ['修改收货地址', '目前还可以修改收货地址。请您提供完整的新地址、邮编和收件人电话。'],
  },
  {
    shortcut: 'wrongitem',
    en: [
      'Wrong item received',
      'I am sorry that we sent you the wrong item. Please do not worry: we will collect it free of charge and send you the right one at once.',
    ],
    zh: [
      '发错商品',
      '很抱歉给您发错了商品。请您放心，我们会免费上门取回，并马上为您补发正确的商品。',
    ],
  },
];
