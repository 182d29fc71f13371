import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “greetings”. */
export const greetings: readonly StarterReply[] = [
  {
    shortcut: 'hi',
    en: ['Greeting', 'Hello {customer}, this is {agent}. How can I help you today?'],
    zh: ['问候', '{customer}您好，我是客服{agent}，请问有什么可以帮您？'],
  },
  {
    shortcut: 'morning',
    en: [
      'Good morning',
      'Good morning, {customer}. My name is {agent}, and I will be looking after you today. What can I do for you?',
    ],
    zh: ['早上好', '{customer}早上好，我是客服{agent}，今天由我为您服务。请问有什么可以帮您？'],
  },
  {
    shortcut: 'thankswait',
    en: [
      'Thank you for waiting in the queue',
      'Hello {customer}, I am {agent}. Thank you for your patience while you waited. I have read your message and am here for you now.',
    ],
    zh: [
      '感谢排队等候',
      '{customer}您好，我是客服{agent}，让您久等了，感谢您的耐心。您的留言我已经看过，现在就为您处理。',
    ],
  },
  {
    shortcut: 'back',
    en: [
      'Welcome back',
      'Welcome back, {customer}. I can see our earlier conversation, so you do not need to explain it all again. Is this about the same matter?',
    ],
    zh: [
      '欢迎再次咨询',
      '{customer}您好，欢迎再次咨询。之前的沟通记录我这边能看到，您不用从头再说一遍。请问还是同一个问题吗？',
    ],
  },
  {
    shortcut: 'takeover',
    en: [
      'Taking over from a colleague',
      'Hello {customer}, I am {agent} and have taken over from {colleague}. I have read everything so far and will carry on from there.',
    ],
    zh: [
      '接手同事的会话',
      '{customer}您好，我是客服{agent}，{同事}已将您的问题转给我。前面的记录我都看过了，接下来由我继续为您处理。',
    ],
  },
];
