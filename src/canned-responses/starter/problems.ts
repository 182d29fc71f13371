import type { StarterReply } from './starter-reply.ts';

/** Starter replies, folder “problems”. */
export const problems: readonly StarterReply[] = [
  {
    shortcut: 'sorry',
    en: [
      'A sincere apology',
      'I am truly sorry, {customer}. This should not have happened, and I will do what I can to put it right.',
    ],
    zh: ['诚恳道歉', '{customer}，真的非常抱歉，这种情况本不该发生，我会尽力为您处理好。'],
  },
  {
    shortcut: 'angry',
    en: [
      'Acknowledge anger',
      'I understand that you are upset, {customer}; in your place I would be as well. Let us sort this out together, one step at a time.',
    ],
    zh: [
      '安抚情绪',
      '{customer}，您的心情我完全理解，换作是我也会着急。请您放心，我们一步一步把问题解决好。',
    ],
  },
  {
    shortcut: 'outage',
    en: [
      'Known outage',
      'We have a fault at the moment: {problem}. Our engineers are working on it, and we expect it to be solved by {time}.',
    ],
    zh: ['系统故障', '目前系统出现故障：{故障情况}。技术人员正在抢修，预计{时间}恢复。'],
  },
  {
    shortcut: 'restart',
    en: [
      'Try a restart',
      'Let us try something simple first: please close the app completely, open it again, and tell me whether it works now.',
    ],
    zh: [
      '请客户重启应用',
      '我们先试一个简单的办法：请您完全退出应用后重新打开，看看是否恢复正常。',
    ],
  },
  {
    shortcut: 'steps',
    en: [
      'Give steps',
      'Please try the following, one after the other: {steps}\nTell me how far you get, and I will help you from there.',
    ],
    zh: [
      '告知操作步骤',
      '请您按以下步骤依次操作：{操作步骤}\n做到哪一步有问题，随时告诉我，我接着帮您。',
    ],
  },
  {
    shortcut: 'ticket',
    en: [
      'A ticket has been opened',
      'I have passed this on to our {team} team under the number {ticket number}. You will hear from us by {time}.',
    ],
    zh: ['已登记工单', '您的问题已提交给{部门}，工单号是{工单号}，我们会在{时间}前给您回复。'],
  },
  {
    shortcut: 'cannot',
    en: [
      'Not possible, and what is',
      'I am sorry, but that is not something I can do. What I can do is this: {alternative}',
    ],
    zh: [
      '无法满足，提供替代',
      '很抱歉，这个我暂时没有办法做到。不过我可以为您这样处理：{替代方案}',
    ],
  },
];
