import { For, type JSX, Show } from 'solid-js';
import { describeDuration } from '../domain/describe-duration.ts';
import { languageRuns } from '../domain/language-runs.ts';
import type { RuleReport, RunReport, TurnReport } from '../domain/run-report.ts';
import './debrief.css';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import type { LanguageTag } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';

/** What a practice came to, turn by turn: headings and lists, as good by ear as by eye. */
export function Debrief(): JSX.Element {
  const { t, router, session, endSession } = useWorkspace();
  const report = () => session()?.desk().report;
  const leave = (to: 'practise' | 'start') => {
    router.go(to);
    endSession();
  };
  return (
    <Screen
      title={t('debrief.title')}
      pageTitle={t('app.title', { page: t('debrief.title') })}
      class="debrief"
      takesFocus={router.hasMoved()}
    >
      <Show when={report()} fallback={<p>{t('debrief.none')}</p>}>
        {(known) => <Findings report={known()} />}
      </Show>
      <div class="row">
        <button type="button" id="practise-again" class="primary" onClick={() => leave('practise')}>
          {t('debrief.again')}
        </button>
        <button type="button" onClick={() => leave('start')}>
          {t('debrief.leave')}
        </button>
      </div>
    </Screen>
  );
}

/** A sentence of the interface around words of the practice, each read by its own voice (A57). */
function Around(props: {
  readonly words: string;
  readonly language: LanguageTag;
  /** Puts what it is given into the sentence. */
  sentence(words: string): string;
}): JSX.Element {
  const slot = '\u0000';
  const parts = () => props.sentence(slot).split(slot);
  return (
    <>
      {parts()[0]}
      <For each={languageRuns(props.words, props.language)}>
        {({ text, language }) => <span lang={language}>{text}</span>}
      </For>
      {parts()[1]}
    </>
  );
}

function Findings(props: { readonly report: RunReport }): JSX.Element {
  const { t } = useWorkspace();
  return (
    <>
      <p class="lead" lang={props.report.language}>
        {props.report.title}
      </p>
      <ul>
        <For each={props.report.conversations}>
          {(conversation) => (
            <li>
              {t(`debrief.${conversation.outcome}`, { name: conversation.customerName })}{' '}
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
      <Show when={props.report.rules.length}>
        <h2>{t('debrief.rules')}</h2>
        <ul>
          <For each={props.report.rules}>
            {(rule) => (
              <li class={`finding ${rule.verdict}`}>
                {t(`verdict.${rule.verdict}`)}
                {t('app.colon')}
                <Show when={rule.kind === 'never'} fallback={mustText(rule, t)}>
                  <Around
                    words={rule.rule}
                    language={props.report.language}
                    sentence={(words) => t('debrief.never', { rule: words })}
                  />
                </Show>
                <Show when={rule.words}>
                  {' '}
                  <Around
                    words={rule.words}
                    language={props.report.language}
                    sentence={(words) => t('debrief.words', { words })}
                  />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.report.turns.length}>
        <h2>{t('debrief.turns')}</h2>
        <For each={props.report.turns}>
          {(turn, index) => <Turn turn={turn} number={index() + 1} />}
        </For>
      </Show>
    </>
  );
}

function Turn(props: { readonly turn: TurnReport; readonly number: number }): JSX.Element {
  const { t } = useWorkspace();
  const acts = (list: readonly (keyof typeof actKeys)[]) =>
    list.map((act) => t(actKeys[act])).join(t('app.comma'));
  return (
    // Its heading is enough to go by: with a name, each of many turns would be a landmark (A1).
    <section class={`turn ${props.turn.verdict}`}>
      <h3>
        {t('debrief.turn', {
          number: props.number,
          name: props.turn.customerName,
          verdict: t(`verdict.${props.turn.verdict}`),
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
                  {t(actKeys[found.act])} <q lang={props.turn.language}>{found.words}</q>
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
      </ul>
    </section>
  );
}

/** A `must` in the agent's words; as it was written, where the report does not say of which acts. */
const mustText = ({ acts = [], rule }: RuleReport, t: Translate): string => {
  const [first, second] = acts.map((act) => t(actKeys[act]));
  if (!first) return t('debrief.must', { rule });
  return second ? t('debrief.mustBefore', { first, second }) : t('debrief.must', { rule: first });
};

const actKeys = {
  greet: 'acts.greet',
  thank: 'acts.thank',
  acknowledge: 'acts.acknowledge',
  close: 'acts.close',
  apologise: 'acts.apologise',
  empathise: 'acts.empathise',
  ask_order_number: 'acts.askOrderNumber',
  verify_identity: 'acts.verifyIdentity',
  ask_info: 'acts.askInfo',
  confirm_details: 'acts.confirmDetails',
  give_information: 'acts.giveInformation',
  state_unavailable: 'acts.stateUnavailable',
  state_policy: 'acts.statePolicy',
  refuse: 'acts.refuse',
  offer_resolution: 'acts.offerResolution',
  confirm_resolution: 'acts.confirmResolution',
  set_expectation: 'acts.setExpectation',
  escalate: 'acts.escalate',
  offer_more_help: 'acts.offerMoreHelp',
} as const;
