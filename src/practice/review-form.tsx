import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { MentorComment, RunRecord } from '../domain/run-record.ts';
import type { RuleReport, TurnReport, Verdict } from '../domain/run-report.ts';
import { useWorkspace } from '../session/workspace.ts';
import {
  type CommentPlace,
  commentOn,
  reviewRun,
  scoreRun,
  withComment,
} from '../simulator/review-run.ts';
import { CommentField, commentId, lacksWords } from './comment-field.tsx';
import { Findings } from './findings.tsx';
import { SaveRun } from './run-files.tsx';

interface ReviewFormProps {
  /** As it came, with what was answered so far. */
  readonly run: RunRecord;
  /** Keeps what was answered so far, also after this is gone. Resolves once it is kept. */
  change(change: (run: RunRecord) => RunRecord): Promise<void>;
  close(): void;
}

const secondsIn = (comments: readonly MentorComment[]): number =>
  comments.reduce((sum, { voice }) => sum + (voice?.seconds ?? 0), 0);

const choices = ['met', 'not-met', 'needs-review'] as const satisfies readonly Verdict[];

/** A run of somebody else, and what a mentor says of it: a verdict where one is open, words, a voice. */
export function ReviewForm(props: ReviewFormProps): JSX.Element {
  const { t, say } = useWorkspace();
  // By value: words that are typed must not draw the findings anew.
  const verdicts = createMemo<readonly MentorComment[]>(
    () =>
      props.run.comments.flatMap(({ turn, rule, verdict }) => {
        if (!verdict) return [];
        if (rule !== undefined) return { rule, verdict, text: '' };
        return turn === undefined ? [] : { turn, verdict, text: '' };
      }),
    [],
    { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  const report = createMemo(() => props.run.report);
  const said = (place: CommentPlace) => commentOn(props.run.comments, place);
  const { change } = props;
  const put = (place: CommentPlace, how: (comment: MentorComment) => MentorComment) =>
    change((run) => ({
      ...run,
      comments: withComment(run.comments, how(commentOn(run.comments, place))),
    }));
  const judge = (place: CommentPlace, verdict: Verdict) => {
    void put(place, ({ verdict: _, ...rest }) =>
      verdict === 'needs-review' ? rest : { ...rest, verdict },
    );
    const { points, open } = scoreRun(report(), props.run.comments);
    say(t('mentor.points', { points, open }));
  };
  /** The field that records. */
  const [recording, setRecording] = createSignal<string>();
  const Words = (words: { readonly turn?: number; readonly label: string }) => {
    const id = commentId(words.turn);
    const place = words.turn === undefined ? {} : { turn: words.turn };
    return (
      <CommentField
        label={words.label}
        comment={said(place)}
        otherSeconds={secondsIn(props.run.comments.filter(({ turn }) => turn !== words.turn))}
        change={(how) => put(place, how)}
        isBusy={() => (recording() ?? id) !== id}
        setRecording={(isRecording) =>
          setRecording((other) => (isRecording ? id : other === id ? undefined : other))
        }
      />
    );
  };
  /** The answer, once nothing is missing from it; what is missing is said. */
  const answer = () => {
    if (recording()) return void say(t('mentor.stopFirst'));
    const silent = props.run.comments.find(lacksWords);
    if (!silent) return reviewRun(props.run, props.run.comments);
    document.getElementById(commentId(silent.turn))?.focus();
    return void say(t('mentor.notSaved'));
  };
  /** Asks for a verdict where one is open; `name` is the group's. */
  const Judge = (asked: {
    readonly name: string;
    readonly legend: string;
    readonly place: CommentPlace;
  }) => (
    <fieldset>
      <legend>{asked.legend}</legend>
      <div class="judge">
        <For each={choices}>
          {(choice) => (
            <label class="choice">
              <input
                type="radio"
                name={asked.name}
                value={choice}
                checked={(said(asked.place).verdict ?? 'needs-review') === choice}
                onChange={() => judge(asked.place, choice)}
              />
              {t(choice === 'needs-review' ? 'mentor.leave' : `verdict.${choice}`)}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
  const tools = (turn: TurnReport, index: number) => (
    <>
      <Show when={turn.verdict === 'needs-review'}>
        <Judge
          name={`judge-${index}`}
          legend={t('mentor.judge', { number: index + 1 })}
          place={{ turn: index }}
        />
      </Show>
      <Words turn={index} label={t('mentor.comment', { number: index + 1 })} />
    </>
  );
  const ruleTools = (rule: RuleReport, index: number) => (
    <Show when={rule.verdict === 'needs-review'}>
      <Judge
        name={`judge-rule-${index}`}
        legend={t('mentor.judgeRule', { number: index + 1 })}
        place={{ rule: index }}
      />
    </Show>
  );
  return (
    <>
      <div class="row">
        <button type="button" id="review-close" onClick={() => props.close()}>
          {t('mentor.close')}
        </button>
      </div>
      <p class="hint">{t('mentor.ways')}</p>
      <Findings report={report()} comments={verdicts()} turnTools={tools} ruleTools={ruleTools} />
      <section aria-labelledby="answer-title">
        <h2 id="answer-title">{t('mentor.wholeTitle')}</h2>
        <Words label={t('mentor.whole')} />
        <p class="hint">{t('mentor.keep')}</p>
        <div class="row">
          <SaveRun
            id="review-save"
            class="primary"
            text={t('mentor.save')}
            prefix="answer"
            run={answer}
            saved={(name, size) => t('mentor.saved', { name, size })}
          />
        </div>
      </section>
    </>
  );
}
