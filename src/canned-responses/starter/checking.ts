import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “checking”. */
export const checking: readonly StarterReply[] = [
  {
    shortcut: 'moment',
    en: ['One moment', 'One moment, please. I am looking into it now.'],
    zh: ['请稍等', '请您稍等，我马上为您查询。'],
  },
  {
    shortcut: 'longer',
    en: [
      'It takes a little longer',
      'This is taking a little longer than I expected. May I have another {minutes} minutes? I will write to you here as soon as I know more.',
    ],
    zh: [
      '需要再多一点时间',
      '查询的时间比预计的要久一些，还需要{分钟数}分钟左右，有结果我会第一时间在这里回复您。',
    ],
  },
  {
    shortcut: 'still',
    en: [
      'Still there',
      'I have not forgotten you, {customer}. I am still waiting for an answer from our {team} team.',
    ],
    zh: ['仍在跟进', '{customer}，您的问题我一直在跟进，目前还在等{部门}的回复，请您再稍等一下。'],
  },
  {
    shortcut: 'thanks',
    en: [
      'Thank you for waiting',
      'Thank you for waiting, {customer}. I have found out the following: {result}',
    ],
    zh: ['久等了，回复结果', '{customer}，让您久等了。查询结果如下：{查询结果}'],
  },
  {
    shortcut: 'quiet',
    en: [
      'Is the customer still there',
      'Are you still there, {customer}? Take all the time you need. If I do not hear from you, I will keep your details, so that we can carry on whenever it suits you.',
    ],
    zh: [
      '客户未回复',
      '{customer}，请问您还在吗？您慢慢来，不着急。如果您现在不方便，记录我会为您保留，您随时可以继续咨询。',
    ],
  },
];
