import type { LiveDesk } from '../../tests/support/live-desk.ts';
import { takeCustomer, until, type WiredAgent, wait } from './wire-desk.ts';

/** How much there is to do in an hour. */
export const shift = { seconds: 3600, chats: 20, messages: 12 } as const;

/** Seconds of a chat: a customer's words, the agent's answer, and what is left of its turn. */
const times = { customerTypes: 6, agentReads: 4, agentTypes: 10 } as const;

/**
 * An hour at the desk on the page's own clock, so that it takes minutes: 20 customers one after the
 * other, six messages each way, both sides typing before they send. What keeps the link alive in the
 * silences between is in it.
 * @param corpus one sentence a message
 */
export async function playShift(
  live: LiveDesk,
  agent: WiredAgent,
  corpus: readonly string[],
): Promise<void> {
  const { page, address } = agent;
  let next = 0;
  const sentence = () => {
    next += 1;
    return corpus[next % corpus.length] ?? '';
  };
  const now = (): Promise<number> => page.evaluate(() => Date.now());
  const begun = await now();
  /** Lets the page's clock come to a second of the shift, and each answer of the server in between. */
  const passTo = async (second: number) => {
    while ((await now()) < begun + second * 1000) {
      await page.clock.runFor(1000);
      await wait(10);
    }
  };
  const turn = shift.seconds / shift.chats / (shift.messages / 2);
  for (let chat = 0; chat < shift.chats; chat += 1) {
    let customer: string | undefined;
    for (let round = 0; round < shift.messages / 2; round += 1) {
      const start = (chat * shift.messages * turn) / 2 + round * turn;
      await passTo(start);
      if (!customer) customer = await takeCustomer(live, agent, sentence());
      else {
        await live.order(customer, { do: 'state', to: address, state: 'composing' });
        await passTo(start + times.customerTypes);
        await live.order(customer, { do: 'send', to: address, text: sentence() });
      }
      const reply = sentence();
      await passTo(start + times.customerTypes + times.agentReads);
      await page.focus('#reply');
      await page.keyboard.insertText(reply.slice(0, 20));
      await passTo(start + times.customerTypes + times.agentReads + times.agentTypes / 2);
      await page.keyboard.insertText(reply.slice(20));
      await passTo(start + times.customerTypes + times.agentReads + times.agentTypes);
      await page.keyboard.press('Enter');
      const who = customer;
      await until(async () =>
        (await live.heard(who)).some((event) => event.type === 'message' && event.text === reply),
      );
    }
    await page.keyboard.press('Alt+j');
    await page.keyboard.press('e');
    await page.waitForSelector('#end-dialog');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wrap-up');
    await page.locator('.wrap-up input[type=radio]').first().check();
    await page.keyboard.press('Enter');
    await until(async () => (await page.locator('[role=option][id^=c-]').count()) === 0);
    if (customer) await live.dismiss(customer);
  }
  await passTo(shift.seconds);
}
