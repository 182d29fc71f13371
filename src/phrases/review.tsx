import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { type Comparison, compareTyped } from '../english/compare-typed.ts';
import type { Phrase } from '../english/phrase-book.ts';
import {
  daysUntil,
  gradeCard,
  grades,
  type PhraseCard,
  type ReviewGrade,
} from '../english/review.ts';
import { nextInQueue } from '../english/review-session.ts';
import { keepCard } from '../session/kept-phrases.ts';
import { speakPhrase } from '../session/speak-phrase.ts';
import { useWorkspace } from '../session/workspace.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { ShadowButton } from './shadow-button.tsx';

interface ReviewProps {
  readonly phrases: readonly Phrase[];
  readonly cards: readonly PhraseCard[];
  onClose(): void;
}

const gradeWords = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const;

/**
 * A review by keyboard: the Chinese is shown and said, the agent says or types the English, Enter
 * shows and says it, and 1 to 4 tell how well it came to mind. It can be left at any time.
 */
export function Review(props: ReviewProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, storage, clock } = workspace;
  const [queue, setQueue] = createSignal(props.phrases);
  const [shown, setShown] = createSignal<Comparison & { readonly wasTyped: boolean }>();
  /** By phrase: only the first grade of a session counts, and the rest is practice. */
  const graded = new Map<string, PhraseCard>();
  const before = new Map(props.cards.map((card) => [card.id, card]));
  let box!: HTMLInputElement;
  let end: HTMLHeadingElement | undefined;
  const phrase = () => queue()[0];

  const ask = () => {
    setShown(undefined);
    const next = phrase();
    if (!next) {
      focusOnce(end);
      return say(t('review.doneCount', { count: graded.size }));
    }
    box.value = '';
    box.focus();
    say(next.chinese, 'zh-CN');
  };
  const verdict = ({ likeness, misspelt, wasTyped }: Comparison & { wasTyped: boolean }) =>
    wasTyped
      ? t(`review.likeness.${likeness}`, { words: misspelt.join(t('app.comma')) })
      : t('review.shown');
  const show = () => {
    const asked = phrase();
    if (!asked || shown()) return;
    const typed = box.value.trim();
    const result = { ...compareTyped(typed, asked.english), wasTyped: typed !== '' };
    setShown(result);
    say(`${verdict(result)} ${t('review.gradeHint')}`);
    void speakPhrase(workspace, asked.english, 'en');
  };
  const give = (grade: ReviewGrade) => {
    const asked = phrase();
    if (!asked || !shown()) return;
    if (!graded.has(asked.id)) {
      const card = gradeCard(asked.id, before.get(asked.id), grade, clock.now());
      graded.set(asked.id, card);
      void keepCard(storage, card);
    }
    setQueue(nextInQueue(queue(), grade > 1));
    ask();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const grade = grades.find((one) => event.key === `${one}`);
    if (event.key === 'Escape') props.onClose();
    else if (shown() && grade) give(grade);
    else if (event.key === 'Enter' && event.target === box) show();
    else return;
    event.preventDefault();
  };
  /** When the phrase would come again after a grade; nothing where that is settled already. */
  const whenAgain = (asked: Phrase, grade: ReviewGrade) => {
    if (grade === 1) return t('review.soon');
    if (graded.has(asked.id)) return '';
    const now = clock.now();
    const card = gradeCard(asked.id, before.get(asked.id), grade, now);
    return t('review.days', { count: daysUntil(card, now) });
  };
  onMount(ask);

  return (
    <section class="review" aria-labelledby="review-heading" onKeyDown={onKeyDown}>
      <Show
        when={phrase()}
        fallback={
          <>
            <h2 id="review-heading" ref={end}>
              {t('review.done')}
            </h2>
            <p>{t('review.doneCount', { count: graded.size })}</p>
          </>
        }
      >
        {(asked) => (
          <>
            <h2 id="review-heading">{t('review.left', { count: queue().length })}</h2>
            <p id="review-meaning" class="meaning" lang="zh-CN">
              {asked().chinese}
            </p>
            <div class="stack">
              <label for="review-answer">{t('review.answer')}</label>
              <input
                ref={box}
                id="review-answer"
                lang="en"
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                readonly={shown() !== undefined}
                aria-describedby="review-meaning review-hint"
              />
              <p id="review-hint" class="hint">
                {t('review.hint')}
              </p>
            </div>
            <Show
              when={shown()}
              fallback={
                <button type="button" class="primary" onClick={show}>
                  {t('review.show')}
                </button>
              }
            >
              {(result) => (
                <>
                  <p class="answer" lang="en">
                    {asked().english}
                  </p>
                  <Show when={asked().use}>
                    <p class="hint" lang="zh-CN">
                      {asked().use}
                    </p>
                  </Show>
                  <p class="verdict">{verdict(result())}</p>
                  <fieldset class="row grades">
                    <legend>{t('review.grades')}</legend>
                    <For each={grades}>
                      {(grade) => (
                        <button type="button" onClick={() => give(grade)}>
                          <kbd>{grade}</kbd> {t(`review.grade.${gradeWords[grade]}`)}{' '}
                          <span class="meta">{whenAgain(asked(), grade)}</span>
                        </button>
                      )}
                    </For>
                  </fieldset>
                  <div class="row">
                    <button
                      type="button"
                      onClick={() => void speakPhrase(workspace, asked().english, 'en')}
                    >
                      {t('phrases.say')}
                    </button>
                    <ShadowButton phrase={asked().english} />
                  </div>
                </>
              )}
            </Show>
          </>
        )}
      </Show>
      <div class="row end">
        <button type="button" id="review-end" onClick={() => props.onClose()}>
          {t('review.end')}
        </button>
      </div>
    </section>
  );
}
