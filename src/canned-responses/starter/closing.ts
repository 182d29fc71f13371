import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “closing”. */
export const closing: readonly StarterReply[] = [
  {
    shortcut: 'else',
    en: ['Anything else', 'Is there anything else I can do for you, {customer}?'],
    zh: ['还有其他问题吗', '{customer}，请问还有其他需要帮忙的吗？'],
  },
  {
    shortcut: 'solved',
    en: ['Check that it is solved', 'Does everything work for you now?'],
    zh: ['确认是否解决', '请问您的问题现在解决了吗？'],
  },
  {
    shortcut: 'bye',
    en: [
      'Goodbye',
      'Thank you for getting in touch, {customer}. I wish you a pleasant day. Goodbye!',
    ],
    zh: ['结束语', '感谢您的咨询，{customer}，祝您生活愉快，再见！'],
  },
  {
    shortcut: 'next',
    en: [
      'What happens next',
      'So this is what happens next: {next step}. If anything is unclear, just write to us again.',
    ],
    zh: ['后续安排', '接下来的安排是：{后续安排}。如有疑问，欢迎随时联系我们。'],
  },
  {
    shortcut: 'survey',
    en: [
      'Ask for feedback',
      'I am glad that I could help. If you have a moment, we would like to hear how it was for you: {link}',
    ],
    zh: ['邀请评价', '很高兴能帮到您。如果方便，欢迎对本次服务做个评价：{链接}'],
  },
];
