const acts = ['greet', 'ask_order_number', 'offer_resolution', 'set_expectation', 'apologise'];

/** The head: a policy sheet with a limit, and rules. */
const head = `scenario: generated
title en: A long day
title zh: 漫长的一天
level: 3
languages: en, zh
seed: 1
must: ask_order_number before offer_resolution
never: calm down | not our fault | 冷静 | 不归我们管
policy en: Refunds up to 50 yuan without asking; the money is back in 3 to 5 working days.
policy zh: 退款最多 50 元，3 到 5 个工作日原路退回。
limit en: refund up to 50 yuan
limit zh: 退款最多 50 元
nudge en: Hello? | Are you there?
nudge zh: 在吗？ | 人呢
leaves en: Never mind.
leaves zh: 算了。`.split('\n');

const chat = (number: number): readonly string[] => [
  `# chat: Customer ${number}`,
  `customer en: Kim ${number}`,
  `customer zh: 金${number}女士`,
  `facts: order=${30_000 + number}; tail=8842`,
  'private: tail',
];

const beat = (number: number): readonly string[] => {
  const act = acts[number % acts.length] ?? 'greet';
  return [
    `## step ${number}`,
    'says en: Where is my parcel {order}? | It has been three days now, order {order}.',
    'says zh: {order}到哪了？ | 三天没动了，{order}',
    `want: ${act}`,
    'within: 60 s',
    `some: stay, patience -3`,
    'none: stay, patience -8',
    'hint en: Greet, and ask for the order number.',
    'hint zh: 问好，要订单号。',
    'model en: Hello! What is your order number, please? I can refund up to 50 yuan.',
    'model zh: 您好，麻烦发一下订单号，可以退款 50 元。',
  ];
};

/**
 * Makes a scenario up, as long as a mentor's long ones: chats of six beats.
 * @param count of lines, 40 or more
 */
export function makeScenario(count: number): string {
  const lines = [...head];
  for (let number = 0; lines.length < count; number += 1) {
    const whole = [...(number % 6 === 0 ? chat(number) : []), ...beat(number)];
    // What is left over is filled with the author's notes: half a beat would be an error.
    if (lines.length + whole.length > count) break;
    lines.push(...whole);
  }
  while (lines.length < count) lines.push('// a note');
  return lines.join('\n');
}
