import { createMemo, For, type JSX, Show } from 'solid-js';
import { actKeys } from '../domain/act-keys.ts';
import { describeDuration } from '../domain/describe-duration.ts';
import { withMentorVerdicts } from '../domain/mentor-verdicts.ts';
import type { MentorComment } from '../domain/run-record.ts';
import type {
  ConversationReport,
  RuleReport,
  RunReport,
  TurnReport,
  Verdict,
} from '../domain/run-report.ts';
import './debrief.css';
import { useWorkspace } from '../session/workspace.ts';
import type { Translate } from '../shared/translate.ts';
import { hasEndedRightly } from '../simulator/assess-run.ts';
import { Around, useTag } from './in-language.tsx';
import { MentorWords, saysSomething } from './mentor-words.tsx';
import { Points } from './points.tsx';

interface FindingsProps {
  readonly report: RunReport;
  /** A mentor's words; each stands in its turn, those on the whole run at the top. */
  readonly comments: readonly MentorComment[];
  /** What stands beneath the points. */
  readonly afterPoints?: JSX.Element;
  /** What can be done with a turn, beneath it. */
  readonly turnTools?: (turn: TurnReport, index: number) => JSX.Element;
  /** What can be done with a rule, beneath it. */
  readonly ruleTools?: (rule: RuleReport, index: number) => JSX.Element;
}

/** What a run came to, and what a mentor said of it: the heart of a debrief. */
export function Findings(props: FindingsProps): JSX.Element {
  const { t } = useWorkspace();
  const report = createMemo(() => withMentorVerdicts(props.report, props.comments));
  const general = () =>
    props.comments.filter(
      (said) => said.turn === undefined && said.rule === undefined && saysSomething(said),
    );
  const ruleVerdict = (index: number, rule: RuleReport) =>
    report().rules[index]?.verdict ?? rule.verdict;
  const byMentor = (verdict: Verdict, before: Verdict) => {
    const words = t(`verdict.${verdict}`);
    return verdict === before ? words : t('debrief.byMentor', { verdict: words });
  };
  return (
    <>
      <p class="lead" lang={props.report.language}>
        {props.report.title}
      </p>
      <Show when={general().length}>
        <h2>{t('debrief.mentorTitle')}</h2>
        <ul>
          <For each={general()}>
            {(comment, index) => (
              <li>
                <MentorWords comment={comment} id={`whole-${index()}`} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ul>
        <For each={props.report.conversations}>
          {(conversation) => (
            <li>
              {t(`debrief.${endingOf(props.report, conversation)}`, {
                name: conversation.customerName,
              })}{' '}
              {conversation.firstReplyAfter === undefined
                ? t('debrief.noReply')
                : t('debrief.firstReply', {
                    seconds: Math.round(conversation.firstReplyAfter / 1000),
                  })}{' '}
              {t('debrief.handling', { time: describeDuration(conversation.handlingTime, t) })}
            </li>
          )}
        </For>
      </ul>
      <Show when={props.report.turns.length}>
        <Points report={report()} />
        {props.afterPoints}
      </Show>
      <Show when={props.report.rules.length}>
        <h2>{t('debrief.rules')}</h2>
        <ul>
          <For each={props.report.rules}>
            {(rule, index) => (
              <li class={`finding ${ruleVerdict(index(), rule)}`}>
                {byMentor(ruleVerdict(index(), rule), rule.verdict)}
                {t('common.colon')}
                <Show
                  when={rule.kind !== 'must' && rule.kind !== 'may' && rule.kind}
                  fallback={mustText(rule, t)}
                >
                  {(kind) => (
                    <Around
                      words={rule.rule}
                      language={props.report.language}
                      sentence={(words) => t(`debrief.${kind()}`, { rule: words })}
                    />
                  )}
                </Show>
                <Show when={rule.words}>
                  {' '}
                  <Around
                    words={rule.words}
                    language={props.report.language}
                    sentence={(words) =>
                      rule.turn === undefined
                        ? t('debrief.words', { words })
                        : t('debrief.wordsInTurn', { words, turn: rule.turn + 1 })
                    }
                  />
                </Show>
                {props.ruleTools?.(rule, index())}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.report.turns.length}>
        <h2>{t('debrief.turns')}</h2>
        {/* By the report as it came: a verdict that changes must not take away what has the focus. */}
        <For each={props.report.turns}>
          {(turn, index) => (
            <Turn
              turn={report().turns[index()] ?? turn}
              number={index() + 1}
              comments={props.comments.filter((comment) => comment.turn === index())}
              verdict={byMentor((report().turns[index()] ?? turn).verdict, turn.verdict)}
              tools={props.turnTools?.(turn, index())}
            />
          )}
        </For>
      </Show>
    </>
  );
}

interface TurnProps {
  readonly turn: TurnReport;
  readonly number: number;
  readonly comments: readonly MentorComment[];
  /** In words. */
  readonly verdict: string;
  readonly tools: JSX.Element;
}

function Turn(props: TurnProps): JSX.Element {
  const { t } = useWorkspace();
  const tag = useTag();
  const acts = (list: readonly (keyof typeof actKeys)[]) =>
    list.map((act) => t(actKeys[act])).join(t('app.comma'));
  return (
    // Its heading is enough to go by: with a name, each of many turns would be a landmark (A1).
    <section class={`turn ${props.turn.verdict}`}>
      <h3>
        {t('debrief.turn', {
          number: props.number,
          name: props.turn.customerName,
          verdict: props.verdict,
        })}
      </h3>
      <ul>
        <li>
          <Around
            words={props.turn.customerText}
            language={props.turn.language}
            sentence={(text) => t('spoken.from', { name: props.turn.customerName, text })}
          />
        </li>
        <Show when={props.turn.shown}>
          {(shown) => (
            <li>
              <Around
                words={shown()}
                language={props.turn.language}
                sentence={(words) => t('debrief.shown', { words })}
              />
            </li>
          )}
        </Show>
        <li>
          <Show when={props.turn.reply} fallback={t('debrief.silence')}>
            <Around
              words={props.turn.reply}
              language={props.turn.language}
              sentence={(text) => t('spoken.from', { name: t('author.agent'), text })}
            />
          </Show>
        </li>
        <Show when={props.turn.found.length}>
          <li>
            {t('debrief.found')}
            <For each={props.turn.found}>
              {(found, index) => (
                <>
                  {index() ? t('app.comma') : ''}
                  {t(actKeys[found.act])} <q lang={tag(props.turn.language)}>{found.words}</q>
                </>
              )}
            </For>
          </li>
        </Show>
        <Show when={props.turn.missing.length}>
          <li>{t('debrief.missing', { acts: acts(props.turn.missing) })}</li>
        </Show>
        <Show when={props.turn.verdict !== 'met' && props.turn.hint}>
          <li>
            <Around
              words={props.turn.hint}
              language={props.turn.language}
              sentence={(hint) => t('debrief.tryThis', { hint })}
            />
          </li>
        </Show>
        <Show when={props.turn.model}>
          <li>
            <Around
              words={props.turn.model}
              language={props.turn.language}
              sentence={(text) => t('debrief.model', { text })}
            />
          </li>
        </Show>
        <For each={props.comments.filter(saysSomething)}>
          {(comment, index) => (
            <li class="mentor">
              {t('debrief.mentor')}
              {t('common.colon')}
              <MentorWords comment={comment} id={`turn-${props.number}-${index()}`} />
            </li>
          )}
        </For>
      </ul>
      {props.tools}
    </section>
  );
}

/** How a conversation ended; one that the agent was free to end is not called unsolved. */
const endingOf = (report: RunReport, { conversationId, outcome }: ConversationReport) =>
  outcome === 'closed' && hasEndedRightly(report, conversationId) ? 'endedRightly' : outcome;

/** A `must` in the agent's words; as it was written, where the report does not say of which acts. */
const mustText = ({ acts = [], kind, rule }: RuleReport, t: Translate): string => {
  if (kind === 'may') return t('debrief.may');
  const [first, second] = acts.map((act) => t(actKeys[act]));
  if (!first) return t('debrief.must', { rule });
  return second ? t('debrief.mustBefore', { first, second }) : t('debrief.must', { rule: first });
};
