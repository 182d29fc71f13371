import fc from 'fast-check';
import { test } from 'vitest';
import { createOutbox, type Outbox } from '../../src/outbox/outbox.ts';
import { createSendLoop, type SendLoop } from '../../src/outbox/send-loop.ts';
import { err, ok } from '../../src/shared/result.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createDisk, type Disk } from './create-disk.ts';
import { createLocks } from './create-locks.ts';
import { settle } from './settle.ts';

/** What a desk may do with one message that is handed to it. */
type Answer = 'take' | 'take, answer lost' | 'no link' | 'refuse' | 'silence' | 'slow';

type Step =
  | {
      readonly do: 'write';
      readonly tab: 0 | 1;
      readonly conversation: 'c' | 'd';
      readonly hold: number;
    }
  | { readonly do: 'take back'; readonly tab: 0 | 1; readonly pick: number }
  | { readonly do: 'link'; readonly tab: 0 | 1; readonly up: boolean }
  | { readonly do: 'crash'; readonly tab: 0 | 1 }
  | { readonly do: 'wait'; readonly ms: number };

const tab = fc.constantFrom<(0 | 1)[]>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      tab,
      conversation: fc.constantFrom<('c' | 'd')[]>('c', 'd'),
      hold: fc.constantFrom(0, 0, 3000),
    }),
  },
  fc.record({ do: fc.constant('take back' as const), tab, pick: fc.nat(20) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('link' as const), tab, up: fc.boolean() }) },
  fc.record({ do: fc.constant('crash' as const), tab }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(40_000) }) },
);
const answer = fc.constantFrom<Answer[]>(
  'take',
  'take',
  'take',
  'take, answer lost',
  'no link',
  'refuse',
  'silence',
  'slow',
);

interface Tab {
  readonly id: string;
  readonly outbox: Outbox;
  readonly loop: SendLoop;
  crash(): void;
}

/** Two tabs, one desk that drops what it has seen by id, and a record of everything. */
class World {
  readonly disk: Disk = createDisk();
  readonly clock: FakeClock = createFakeClock();
  readonly locks = createLocks();
  readonly arrived: string[] = [];
  readonly refused = new Set<string>();
  readonly takenBack = new Set<string>();
  readonly written: { readonly id: string; readonly conversation: string }[] = [];
  private serial = 0;
  private answers: readonly Answer[];
  readonly tabs: [Tab, Tab];

  constructor(answers: readonly Answer[]) {
    this.answers = answers;
    this.tabs = [this.open(), this.open()];
  }

  open(): Tab {
    this.serial += 1;
    const id = `tab${this.serial}`;
    const storage = this.disk.open();
    const outbox = createOutbox({ storage, clock: this.clock });
    const loop = createSendLoop({
      outbox,
      storage,
      deskId: 'desk',
      tabId: id,
      clock: this.clock,
      locks: this.locks.of(id),
      send: (message) => this.take(message.id),
      emit: () => {},
    });
    const crash = () => {
      storage.close();
      this.locks.kill(id);
    };
    return { id, outbox, loop, crash };
  }

  private async take(id: string) {
    const [first = 'take', ...rest] = this.answers;
    this.answers = rest;
    const arrive = () => {
      if (!this.arrived.includes(id)) this.arrived.push(id);
      return ok(undefined);
    };
    if (first === 'no link') return err({ kind: 'not-connected' } as const);
    if (first === 'silence') return new Promise<never>(() => {});
    if (first === 'refuse' && !this.arrived.includes(id)) {
      this.refused.add(id);
      return err({ kind: 'refused', reason: 'no' } as const);
    }
    if (first === 'slow') await new Promise<void>((done) => this.clock.after(2000, done));
    const taken = arrive();
    return first === 'take, answer lost' ? err({ kind: 'timeout' } as const) : taken;
  }

  async run(action: Step): Promise<void> {
    if (action.do === 'wait') await this.clock.advance(action.ms);
    else {
      const at = this.tabs[action.tab];
      if (action.do === 'write') {
        const id = `m${this.written.length}`;
        const { conversation, hold } = action;
        this.written.push({ id, conversation });
        await at.outbox.add({
          id,
          conversationId: conversation,
          text: id,
          language: 'en',
          deskId: 'desk',
          ...(hold > 0 && { holdUntil: this.clock.now() + hold }),
        });
      } else if (action.do === 'take back') {
        const id = this.written[action.pick]?.id;
        if (id && (await at.outbox.takeBack(id)) !== undefined) this.takenBack.add(id);
      } else if (action.do === 'link') at.loop.online(action.up);
      else {
        at.crash();
        this.tabs[action.tab] = this.open();
      }
    }
    await settle();
  }
}

test('whatever happens, each message arrives once and in order, or is refused, or was taken back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.array(answer, { maxLength: 25 }),
      async (steps, answers) => {
        const world = new World(answers);
        for (const action of steps) await world.run(action);
        // In the end the link is good, in one tab or in both.
        for (const each of world.tabs) each.loop.online(true);
        for (let turn = 0; turn < 80; turn += 1) await world.run({ do: 'wait', ms: 5000 });

        const { arrived, refused, takenBack, written } = world;
        for (const { id } of written) {
          const ends = [arrived.includes(id), refused.has(id), takenBack.has(id)];
          // A message that was refused may also be taken back; nothing else goes together.
          if (!ends.includes(true)) throw new Error(`${id} is lost`);
          if (ends[0] && (ends[1] || ends[2])) throw new Error(`${id} arrived all the same`);
        }
        for (const conversation of ['c', 'd']) {
          const order = written.filter((each) => each.conversation === conversation);
          const wanted = order.map(({ id }) => id).filter((id) => arrived.includes(id));
          const got = arrived.filter((id) => wanted.includes(id));
          if (wanted.join() !== got.join()) throw new Error(`wanted ${wanted}, got ${got}`);
        }
        for (const each of world.tabs) {
          const left = each.outbox.list('desk').filter(({ state }) => state !== 'failed');
          if (left.length > 0) throw new Error(`${each.id} still shows ${left[0]?.id}`);
        }
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);
