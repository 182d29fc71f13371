import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “account”. */
export const account: readonly StarterReply[] = [
  {
    shortcut: 'reset',
    en: [
      'Reset the password',
      'Please choose “Forgot password” on the sign-in page. You will receive an e-mail with a link. If it is not there in a few minutes, please look in your spam folder.',
    ],
    zh: [
      '重置密码',
      '请您在登录页点击“忘记密码”，系统会给您发送一封带链接的邮件。几分钟后如果还没收到，请看一下垃圾邮件箱。',
    ],
  },
  {
    shortcut: 'locked',
    en: [
      'Account locked',
      'Your account was locked for your safety after several failed attempts. It will open again by itself in {minutes} minutes.',
    ],
    zh: [
      '账号被锁定',
      '由于多次登录失败，为了您的账号安全，系统已临时锁定，{分钟数}分钟后会自动解锁。',
    ],
  },
  {
    shortcut: 'code',
    en: [
      'The code does not arrive',
      'Please check that the number ending in {last digits} is right and that you have reception. I will have a new code sent now.',
    ],
    zh: [
      '收不到验证码',
      '请您确认尾号{手机尾号}的手机号是否正确、信号是否正常，我现在为您重新发送验证码。',
    ],
  },
  {
    shortcut: 'email',
    en: [
      'Change the e-mail address',
      'I have noted the new address. For your safety we have written to both addresses; please confirm the change with the link in the message.',
    ],
    zh: [
      '修改邮箱',
      '新邮箱已登记。为了您的账号安全，我们已向新旧邮箱各发送一封邮件，请点击邮件里的链接确认修改。',
    ],
  },
  {
    shortcut: 'close',
    en: [
      'Close the account',
      'I can close your account for you. Your orders and vouchers will then no longer be there. Shall I go ahead?',
    ],
    zh: ['注销账号', '我可以为您注销账号。注销后，订单记录和优惠券将无法恢复，请问确定要注销吗？'],
  },
];
