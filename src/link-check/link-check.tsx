import '../ui/form.css';
import './link-check.css';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { type LinkReport, reportLink } from '../domain/link-check.ts';
import { describeSize } from '../session/describe-size.ts';
import { Link } from '../session/link.tsx';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { describeReport } from './describe-report.ts';
import { linkFile, measureLink, tripCount } from './measure-link.ts';
import { ReportView } from './report-view.tsx';

/** Measures the link when asked to; says in words what will work over it, and what to do. */
export function LinkCheck(): JSX.Element {
  const { t, say, router, session, clock, language } = useWorkspace();
  /** The step that is under way. */
  const [step, setStep] = createSignal<number>();
  const [report, setReport] = createSignal<LinkReport>();
  let stop = () => {};
  let isHere = true;
  onCleanup(() => {
    isHere = false;
    stop();
  });
  const size = (bytes: number) => describeSize(bytes, language());
  const probe = () => session()?.connector.probe;
  const isRunning = () => step() !== undefined;

  const check = async () => {
    const control = new AbortController();
    stop = () => control.abort();
    setReport(undefined);
    say(t('linkCheck.busy'));
    const measured = await measureLink({
      clock,
      signal: control.signal,
      probe: probe(),
      fetch: (...asked) => fetch(...asked),
      onStep: setStep,
    });
    if (!isHere) return;
    setStep(undefined);
    if (!measured) return say(t('linkCheck.stopped'));
    const found = reportLink(measured);
    setReport(found);
    say(describeReport(found, t));
  };
  const progress = () => {
    const now = step() ?? 0;
    if (now === tripCount) return t('linkCheck.file');
    return t('linkCheck.step', { step: now + 1, count: tripCount });
  };
  const action = () => (isRunning() ? 'stop' : report() ? 'again' : 'start');

  return (
    <Screen
      title={t('commands.checkLink')}
      pageTitle={t('app.title', { page: t('commands.checkLink') })}
      class="link-check"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <p class="lead">{t('linkCheck.lead', { size: size(linkFile.bytes) })}</p>
      <p>{t(probe() ? 'linkCheck.ofDesk' : 'linkCheck.ofWeb')}</p>
      <p class="row">
        <button
          type="button"
          id="link-start"
          class="primary"
          onClick={() => (isRunning() ? stop() : void check())}
        >
          {t(`linkCheck.${action()}`)}
        </button>
      </p>
      <Show when={isRunning()}>
        <p class="step">
          <progress aria-labelledby="link-step" value={step()} max={tripCount + 1} />
          <span id="link-step">{progress()}</span>
        </p>
      </Show>
      <Show when={report()}>{(found) => <ReportView report={found()} size={size} />}</Show>
      <p>
        <Link
          id="link-back"
          to={session() ? 'desk' : 'start'}
          text={t(session() ? 'common.back' : 'settings.toStart')}
        />
      </p>
    </Screen>
  );
}
