import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “privacy”. */
export const privacy: readonly StarterReply[] = [
  {
    shortcut: 'verify',
    en: [
      'Verify identity',
      'Before I look at your account, I need to make sure that it is you. Please tell me {detail}.',
    ],
    zh: ['核实身份', '为了保障您的账号安全，查询前需要先核实身份，麻烦您提供{核实信息}。'],
  },
  {
    shortcut: 'nopass',
    en: [
      'Never send passwords',
      'Please do not send passwords, full card numbers or codes here. We never ask for them.',
    ],
    zh: ['不要发送密码', '请不要在这里发送密码、完整卡号或验证码，我们不会向您索要这些信息。'],
  },
  {
    shortcut: 'mydata',
    en: [
      'What we know about you',
      'You have the right to see what we hold about you. I have passed on your request, and you will receive the answer by e-mail by {date}.',
    ],
    zh: [
      '查询个人信息',
      '您有权查询我们保存的您的个人信息。我已提交您的申请，{日期}前会通过邮件回复您。',
    ],
  },
  {
    shortcut: 'scam',
    en: [
      'Warn of a fraud',
      'That message was not from us. Please do not open its link or pay anything. If you have entered your password there, change it now.',
    ],
    zh: [
      '提醒诈骗',
      '那条信息不是我们发的，请不要点开里面的链接，也不要付款。如果您在那里输入过密码，请马上修改。',
    ],
  },
];
