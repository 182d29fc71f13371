import '../ui/form.css';
import './progress.css';
import { createSignal, For, type JSX, onCleanup, Show, untrack } from 'solid-js';
import type { RunRecord } from '../domain/run-record.ts';
import { FileField } from '../session/file-field.tsx';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { UndoNote } from '../ui/undo-note.tsx';
import {
  forgetReview,
  keepReview,
  readReviewPlace,
  readReviews,
  writeReviewPlace,
} from './kept-reviews.ts';
import { ReviewForm } from './review-form.tsx';
import { openRunFile } from './run-files.tsx';

const goOnId = (id: string) => `go-on-${id}`;

/** Where a mentor answers: runs that trainees have sent as files. */
export function Review(): JSX.Element {
  const { t, router, storage, say } = useWorkspace();
  const [reviews, setReviews] = createSignal<readonly RunRecord[]>();
  const [openId, setOpenId] = createSignal<string>();
  const [removed, setRemoved] = createSignal<RunRecord>();
  const find = (id: string | undefined) => reviews()?.find((each) => each.id === id);
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  const begin = async () => {
    const [kept, place] = await Promise.all([readReviews(storage), readReviewPlace(storage)]);
    if (isGone) return;
    setReviews(kept);
    if (find(place)) setOpenId(place);
    // On the way back there was nothing yet that could take the focus.
    router.restoreFocus();
  };
  begin().catch(() => say(t('app.loadFailed')));
  const open = ({ id, report }: RunRecord) => {
    const { turns, rules } = report;
    setOpenId(id);
    writeReviewPlace(storage, id);
    focusOnce(document.querySelector<HTMLElement>('.review h1'));
    // The heading has not changed, so it does not tell.
    const count = [...turns, ...rules].filter(({ verdict }) => verdict === 'needs-review').length;
    say(t('mentor.opened', { title: report.title, count }));
  };
  const close = () => {
    const id = openId() ?? '';
    setOpenId(undefined);
    writeReviewPlace(storage, undefined);
    document.getElementById(goOnId(id))?.focus();
  };
  const add = (run: RunRecord) => {
    setReviews((all = []) => [run, ...all]);
    void keepReview(storage, run);
  };
  const change = async (id: string, how: (run: RunRecord) => RunRecord) => {
    const run = find(id);
    if (!run) return;
    const changed = how(run);
    setReviews((all) => all?.map((each) => (each === run ? changed : each)));
    await keepReview(storage, changed);
  };
  const take = async (file: File) => {
    const read = await openRunFile(file, t);
    if (!read.ok) return read.error;
    // What was begun is not lost when the same file is opened once more.
    const begun = find(read.value.id);
    if (!begun) add(read.value);
    open(begun ?? read.value);
    return undefined;
  };
  const remove = (run: RunRecord) => {
    const index = reviews()?.indexOf(run) ?? 0;
    setReviews((all) => all?.filter((each) => each !== run));
    forgetReview(storage, run);
    setRemoved(run);
    const next = reviews()?.[index] ?? reviews()?.at(-1);
    document.getElementById(next ? goOnId(next.id) : 'review-undo')?.focus();
    say(t('mentor.deleted', { title: run.report.title }));
  };
  const putBack = (run: RunRecord) => {
    add(run);
    setRemoved(undefined);
    document.getElementById(goOnId(run.id))?.focus();
    say(t('mentor.isBack', { title: run.report.title }));
  };
  const List = () => (
    <>
      <p class="lead">{t('mentor.lead')}</p>
      <FileField
        id="review-file"
        label={t('mentor.open')}
        hint={t('mentor.openHint')}
        accept=".json,application/json"
        take={take}
      />
      <Show when={removed()}>
        {(run) => (
          <UndoNote
            id="review-undo"
            text={t('mentor.deleted', { title: run().report.title })}
            undo={t('mentor.undo', { title: run().report.title })}
            onUndo={() => putBack(run())}
          />
        )}
      </Show>
      <section class="begun" aria-labelledby="begun-title">
        <h2 id="begun-title">{t('mentor.begun')}</h2>
        <Show when={reviews()?.length} fallback={<p class="empty">{t('mentor.none')}</p>}>
          <ul>
            <For each={reviews()}>
              {(run) => (
                <li>
                  <button type="button" id={goOnId(run.id)} onClick={() => open(run)}>
                    {t('mentor.goOn', { title: run.report.title })}
                  </button>
                  <button type="button" id={`forget-${run.id}`} onClick={() => remove(run)}>
                    {t('mentor.delete', { title: run.report.title })}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </>
  );
  return (
    <Screen
      title={t('mentor.title')}
      pageTitle={t('app.title', { page: t('mentor.title') })}
      class="review debrief"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <Show when={reviews()} fallback={<p>{t('app.loading')}</p>}>
        <Show when={find(openId())} fallback={<List />}>
          {(run) => {
            const { id } = untrack(run);
            return <ReviewForm run={run()} change={(how) => change(id, how)} close={close} />;
          }}
        </Show>
      </Show>
    </Screen>
  );
}
