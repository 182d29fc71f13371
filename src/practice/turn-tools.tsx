import { createMemo, type JSX, onCleanup, Show } from 'solid-js';
import type { RunReport, TurnReport } from '../domain/run-report.ts';
import { describeSpeechError } from '../session/describe-speech.ts';
import { type PracticeStart, useWorkspace } from '../session/workspace.ts';
import { beginAt } from '../simulator/begin-at.ts';
import type { Reader } from '../speech/create-reader.ts';

interface TurnToolsProps {
  readonly report: RunReport;
  readonly turn: TurnReport;
  readonly index: number;
  /** What the run was begun with; without it, it cannot be begun anew. */
  readonly start: PracticeStart | undefined;
  begin(start: PracticeStart): void;
}

/** What can be done with a turn: hear what would have worked, and take it once more. */
export function TurnTools(props: TurnToolsProps): JSX.Element {
  const { t, speech, say } = useWorkspace();
  let reader: Reader | undefined;
  onCleanup(() => reader?.stop());
  const read = async () => {
    try {
      ({ reader } = await speech());
    } catch {
      return say(t('app.loadFailed'));
    }
    const { model: text, language } = props.turn;
    const result = await reader.read({ text, language }, { now: true });
    if (!result.ok && result.error.kind !== 'aborted') {
      say(describeSpeechError(result.error.kind, t));
    }
  };
  const number = () => props.index + 1;
  /** From the whole practice, so that what is begun anew in the middle has its own end in sight. */
  const rehearsal = createMemo((): PracticeStart | undefined => {
    const { start } = props;
    const scenario = start && beginAt(start.scenario, props.report, props.index);
    const whole = start?.whole ?? start;
    const title = t('debrief.fromTurn', { title: whole?.title ?? '', number: number() });
    return scenario && whole && { ...start, scenario, title, whole };
  });
  return (
    <div class="row">
      <Show when={props.turn.model}>
        <button
          type="button"
          aria-label={t('debrief.readModelOf', { number: number() })}
          onClick={() => void read()}
        >
          {t('debrief.readModel')}
        </button>
      </Show>
      <Show when={rehearsal()}>
        {(again) => (
          <button type="button" onClick={() => props.begin(again())}>
            {t('debrief.fromHere', { number: number() })}
          </button>
        )}
      </Show>
    </div>
  );
}
