import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “accessibility”. */
export const accessibility: readonly StarterReply[] = [
  {
    shortcut: 'picture',
    en: [
      'Please describe the picture',
      'Thank you for the picture. I am not able to view it here. Could you please describe in a few words what it shows, and write out any text in it?',
    ],
    zh: [
      '请描述图片',
      '谢谢您发来的图片，我这边无法查看。麻烦您简单描述一下图片的内容，如果图里有文字，也请打出来。',
    ],
  },
  {
    shortcut: 'voice',
    en: [
      'Please write instead of a voice message',
      'Thank you for your voice message. I cannot listen to it here. Could you please write to me what it is about?',
    ],
    zh: ['请用文字代替语音', '谢谢您的语音消息，我这边无法收听，麻烦您用文字说明一下，可以吗？'],
  },
  {
    shortcut: 'plain',
    en: ['Put it more simply', 'Let me put that more simply: {explanation}'],
    zh: ['换个简单的说法', '我换个简单的说法：{说明}'],
  },
  {
    shortcut: 'pace',
    en: ['No hurry', 'Please take all the time you need. I will wait, and nothing will be lost.'],
    zh: ['不用着急', '您不用着急，慢慢来，我会等您，内容也不会丢失。'],
  },
  {
    shortcut: 'handover',
    en: [
      'Hand over to a colleague',
      'My colleague {colleague} can help you better with this. I am handing over our conversation now, so that you do not have to repeat anything.',
    ],
    zh: [
      '转接同事',
      '这个问题由我的同事{同事}来处理会更合适。我现在为您转接，沟通记录会一并转过去，您不需要重复说明。',
    ],
  },
  {
    shortcut: 'callback',
    en: [
      'Offer another way',
      'If writing is not convenient for you, we can also help by telephone or e-mail. Which would you prefer?',
    ],
    zh: [
      '提供其他沟通方式',
      '如果您不方便打字，我们也可以通过电话或邮件为您服务，请问哪种方式更方便？',
    ],
  },
];
