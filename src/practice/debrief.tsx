import { For, type JSX, Show } from 'solid-js';
import { describeDuration } from '../domain/describe-duration.ts';
import type { RunReport, TurnReport } from '../domain/run-report.ts';
import './debrief.css';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';

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

function Findings(props: { readonly report: RunReport }): JSX.Element {
  const { t } = useWorkspace();
  return (
    <>
      <p class="lead">{props.report.title}</p>
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
                {t(`debrief.${rule.kind}`, { rule: rule.rule })}
                <Show when={rule.words}> {t('debrief.words', { words: rule.words })}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <h2>{t('debrief.turns')}</h2>
      <For each={props.report.turns}>
        {(turn, index) => <Turn turn={turn} number={index() + 1} />}
      </For>
    </>
  );
}

function Turn(props: { readonly turn: TurnReport; readonly number: number }): JSX.Element {
  const { t } = useWorkspace();
  const acts = (list: readonly (keyof typeof actKeys)[]) =>
    list.map((act) => t(actKeys[act])).join(t('app.comma'));
  return (
    <section class={`turn ${props.turn.verdict}`} aria-labelledby={`turn-${props.number}`}>
      <h3 id={`turn-${props.number}`}>
        {t('debrief.turn', {
          number: props.number,
          name: props.turn.customerName,
          verdict: t(`verdict.${props.turn.verdict}`),
        })}
      </h3>
      <ul>
        <li lang={props.turn.language}>
          {t('spoken.from', { name: props.turn.customerName, text: props.turn.customerText })}
        </li>
        <li lang={props.turn.language}>
          {props.turn.reply
            ? t('spoken.from', { name: t('author.agent'), text: props.turn.reply })
            : t('debrief.silence')}
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
          <li lang={props.turn.language}>{t('debrief.tryThis', { hint: props.turn.hint })}</li>
        </Show>
        <Show when={props.turn.model}>
          <li lang={props.turn.language}>{t('debrief.model', { text: props.turn.model })}</li>
        </Show>
      </ul>
    </section>
  );
}

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
