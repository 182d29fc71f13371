import { fileURLToPath } from 'node:url';
import { startDeflateProxy } from '../../desk/deflate-proxy.ts';
import { createRandom } from '../../src/shared/random.ts';
import type { DeskServer } from '../support/desk-server.ts';
import { eventually } from '../support/eventually.ts';
import { startSlixmppCustomer } from '../support/slixmpp-customer.ts';
import { startTcpRelay } from '../support/tcp-relay.ts';
import { createChromiumProfile } from './chromium-profile.ts';
import { findFaults } from './find-faults.ts';
import { type Fault, messageCount, type StormPlan } from './plan-storm.ts';
import { createStormAgent } from './storm-agent.ts';

/** What became of a storm. */
export interface StormOutcome {
  readonly seed: number;
  /** Empty when every message arrived once and in order. */
  readonly problems: readonly string[];
  /** What happened, line by line, with the milliseconds since the storm began. */
  readonly journal: readonly string[];
  /** How long all of it took, and how long after the storm until all was there: milliseconds. */
  readonly took: number;
  readonly calmAfter: number;
  /** What the agent sent again, and how many messages came twice on the wire and were shown once. */
  readonly sentAgain: readonly string[];
  readonly twiceOnTheWire: number;
}

/**
 * How the desk gets at the server: through the compressing proxy, as `npm run live` has it and
 * docs/deploy.md asks for it, straight by a WebSocket, or by long polling. What breaks is always what is
 * between the desk and the first of these.
 */
export type StormWay = 'proxy' | 'socket' | 'polling';

const password = 'bluebell-3141';
const steady = fileURLToPath(new URL('steady-customer.py', import.meta.url));
/** How long after the storm everything may take to be there, in milliseconds. */
const patience = 60_000;
/** A browser that does not answer any more must not keep the storm from being told; in milliseconds. */
const longest = 240_000;

const question = (number: number) => `Question ${number}.`;
const answer = (number: number) => `Answer ${number}.`;
const numbered = (text: (number: number) => string) =>
  Array.from({ length: messageCount }, (_, index) => text(index + 1));

/**
 * Plays a storm: a real browser, server and customer's program, and what the plan says between them.
 * @param server killed and started again where the plan says so
 * @param origin where the production build is served
 * @param onFrame told of what the desk and the server say to each other
 */
export async function runStorm(
  plan: StormPlan,
  server: DeskServer,
  origin: string,
  onFrame?: (line: string) => void,
  way: StormWay = 'proxy',
): Promise<StormOutcome> {
  const begun = Date.now();
  let start = begun;
  const journal: string[] = [];
  const note = (line: string) => journal.push(`${Date.now() - start} ${line}`);
  const until = async (at: number) => {
    const left = start + at - Date.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  };

  // New accounts each time: a seed may be played twice on one server.
  const name = `${plan.seed}-${begun}`;
  await server.running.register(`agent-${name}`, password);
  await server.running.register(`customer-${name}`, password);
  const account = `agent-${name}@${server.running.host}`;
  const target = `ws://127.0.0.1:${server.webPort}/ws`;
  const proxy = way === 'proxy' ? await startDeflateProxy({ target }) : undefined;
  const port = Number(new URL(proxy?.service ?? target).port);
  const relay = await startTcpRelay(port, createRandom(plan.seed));
  const customer = await startSlixmppCustomer(
    `customer-${name}@${server.running.host}`,
    password,
    server.clientPort,
    steady,
  );
  const profile = createChromiumProfile();
  const service =
    way === 'polling' ? `http://127.0.0.1:${relay.port}/bosh` : `ws://127.0.0.1:${relay.port}/ws`;
  const agent = createStormAgent({ profile, origin, account, password, service, note, onFrame });
  const ask = (number: number) =>
    customer.tell({ do: 'send', to: account, id: `q${number}`, text: question(number) });
  const heard = () => customer.heard.filter(({ type }) => type === 'message');

  const outcome = (problems: readonly string[]) => ({
    ...{ seed: plan.seed, problems, journal, took: Date.now() - begun },
    sentAgain: agent.sentAgain,
    twiceOnTheWire: customer.heard.filter(({ type }) => type === 'again').length,
  });

  const suffer = async (fault: Fault): Promise<void> => {
    await until(fault.at);
    note('lasts' in fault ? `${fault.kind} for ${fault.lasts}` : fault.kind);
    if (fault.kind === 'server') {
      await server.crash();
      note('server is back');
    } else if (fault.kind === 'tab-closed') await agent.closeTab();
    else if (fault.kind === 'tab-crashed') await agent.crashTab();
    else if (fault.kind === 'tab-left') agent.leaveTab();
    else if (fault.kind === 'browser') await agent.killBrowser();
    else if ('lasts' in fault) {
      relay.set(fault.kind);
      await until(fault.at + fault.lasts);
      relay.set('open');
    }
  };
  const writeAnswers = async () => {
    for (const [index, at] of plan.agent.entries()) {
      await until(at);
      await agent.send(answer(index + 1));
    }
    note('the agent has written all');
  };
  const writeQuestions = async () => {
    for (const [index, at] of plan.customer.entries()) {
      if (index === 0) continue;
      await until(at);
      ask(index + 1);
    }
  };

  const play = async (): Promise<StormOutcome> => {
    ask(1);
    await agent.open();
    await agent.accept();
    start = Date.now();
    await Promise.all([...plan.faults.map(suffer), writeAnswers(), writeQuestions()]);
    const healed = Date.now();
    note('calm');
    const isAllThere = async () => {
      const shown = await agent.read().catch(() => undefined);
      if (!shown) return undefined;
      const isAll = (list: readonly string[]) => new Set(list).size >= messageCount;
      const there = isAll(shown.agent) && isAll(shown.customer);
      return there && isAll(heard().map(({ text }) => text ?? '')) ? shown : undefined;
    };
    await eventually(isAllThere, patience).catch(() => note('not all there'));
    const calmAfter = Date.now() - healed;
    // Something that comes twice comes late.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const shown = await agent.read();
    const shownThere = heard().map(({ text = '' }) => text);
    await agent.closeTab();
    const again = await agent.read();
    const problems = [
      ...findFaults('the customer was shown', shownThere, numbered(answer), agent.sentAgain),
      ...findFaults('the transcript shows of the agent', shown.agent, numbered(answer)),
      ...findFaults('the transcript shows of the customer', shown.customer, numbered(question)),
      ...findFaults('after a reload, of the agent', again.agent, numbered(answer), agent.sentAgain),
      ...findFaults('after a reload, of the customer', again.customer, numbered(question)),
    ];
    return { ...outcome(problems), calmAfter };
  };
  let limit: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error('it went on for minutes')), longest);
  });
  try {
    return await Promise.race([play(), hung]);
  } catch (error) {
    const problems = [`the storm itself broke: ${String(error)}`];
    return { ...outcome(problems), calmAfter: 0 };
  } finally {
    clearTimeout(limit);
    await customer.stop();
    await profile.remove();
    relay.close();
    await proxy?.close();
  }
}
