import type { DialogueAct } from '../domain/run-report.ts';
import { detectActs } from './detect-acts.ts';
import type { NamedLine, SpeakerRole } from './transcript.ts';

const agents =
  /\b(?:agents?|support|advis[oe]r|operator|service|representative|rep|csr|staff|helpdesk|assistant)\b|客服|坐席|专员|顾问|小二|工作人员|售后|售前/i;
const customers =
  /\b(?:customer|client|buyer|visitor|guest|caller|shopper)\b|客户|用户|买家|顾客|访客/i;
const others = /\b(?:system|bot|chatbot|robot|auto(?:matic)?|notice)\b|系统|机器人|自动回复|通知/i;

/** Whether a name is, or has in it, what somebody does: `Agent Kim`, `客服小王`, `System`. */
export const isRoleWord = (name: string): boolean =>
  [agents, customers, others].some((words) => words.test(name));

/** What agents do and customers hardly ever. */
const work: ReadonlySet<DialogueAct> = new Set([
  'ask_order_number',
  'verify_identity',
  'confirm_details',
  'offer_resolution',
  'confirm_resolution',
  'set_expectation',
  'empathise',
  'escalate',
  'offer_more_help',
]);

/** So many messages tell what somebody does. */
const enough = 40;

function workIn(lines: readonly NamedLine[], name: string, language: string): number {
  const own = lines.filter((line) => line.name === name).slice(0, enough);
  const found = own.flatMap(({ text }) => detectActs(text, language));
  return found.filter(({ act }) => work.has(act)).length / (own.length || 1);
}

/**
 * Who is probably the agent: by what they are called, else by what they do.
 * @param names each once
 * @returns a role for each name; at least one is the agent, if there are any
 */
export function guessRoles(
  names: readonly string[],
  lines: readonly NamedLine[],
  language: string,
): readonly SpeakerRole[] {
  const byName = names.map((name): SpeakerRole | undefined =>
    others.test(name)
      ? 'other'
      : agents.test(name)
        ? 'agent'
        : customers.test(name)
          ? 'customer'
          : undefined,
  );
  const hasAgent = byName.includes('agent');
  const open = names.filter((_, index) => byName[index] === undefined);
  const scores = new Map(open.map((name) => [name, workIn(lines, name, language)] as const));
  // Between two who do the same, the one that came second: it is the customer who begins.
  const best = open.reduceRight<string | undefined>(
    (most, name) =>
      most === undefined || (scores.get(name) ?? 0) > (scores.get(most) ?? 0) ? name : most,
    undefined,
  );
  return names.map(
    (name, index) => byName[index] ?? (!hasAgent && name === best ? 'agent' : 'customer'),
  );
}
