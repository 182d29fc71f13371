import '../ui/form.css';
import './phrases.css';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { createFindPhrases } from '../english/find-phrases.ts';
import { loadPhraseBook, type Phrase, type Situation, situations } from '../english/phrase-book.ts';
import type { PhraseCard } from '../english/review.ts';
import { planReview } from '../english/review-session.ts';
import { deferred } from '../session/deferred.tsx';
import { readCards } from '../session/kept-phrases.ts';
import { Link } from '../session/link.tsx';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { PhraseGroup } from './phrase-group.tsx';

const Review = deferred(async () => (await import('./review.tsx')).Review);

/** The phrase book: ten situations, search in both languages, and a review of what is due. */
export function Phrases(): JSX.Element {
  const { t, router, storage, session, clock } = useWorkspace();
  const [phrases, setPhrases] = createSignal<readonly Phrase[]>([]);
  const [cards, setCards] = createSignal<readonly PhraseCard[]>([]);
  const [hasFailed, setFailed] = createSignal(false);
  const [query, setQuery] = createSignal('');
  const [open, setOpen] = createSignal<Situation>();
  const [reviewed, setReviewed] = createSignal<readonly Phrase[]>();
  const readKept = () => readCards(storage).then(setCards);
  loadPhraseBook().then(setPhrases, () => setFailed(true));
  void readKept();
  const find = createMemo(() => createFindPhrases(phrases()));
  const found = createMemo(() => find()(query()));
  const plan = createMemo(() => planReview(phrases(), cards(), clock.now()));
  const waiting = () => [...plan().due, ...plan().fresh];
  const of = (situation: Situation) => phrases().filter((phrase) => phrase.situation === situation);
  const endReview = () => {
    void readKept();
    setReviewed(undefined);
    queueMicrotask(() => document.getElementById('phrases-review')?.focus());
  };

  return (
    <Screen
      title={t('phrases.title')}
      pageTitle={t('app.title', { page: t('phrases.title') })}
      class="phrases"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <Show when={!hasFailed()} fallback={<p class="note">{t('app.loadFailed')}</p>}>
        <Show
          when={reviewed()}
          fallback={
            <>
              <p class="lead">{t('phrases.lead')}</p>
              <Show when={session()}>
                <p>
                  <Link id="phrases-back" to="desk" text={t('common.back')} />
                </p>
              </Show>
              <div class="review-now note">
                <p id="phrases-due">
                  {t('review.due', { due: plan().due.length, fresh: plan().fresh.length })}
                </p>
                <button
                  type="button"
                  id="phrases-review"
                  class="primary"
                  aria-describedby="phrases-due"
                  aria-disabled={waiting().length === 0}
                  onClick={() => waiting().length && setReviewed(waiting())}
                >
                  {t('review.start')}
                </button>
              </div>
              <div class="stack">
                <label for="phrases-search">{t('phrases.search')}</label>
                <input
                  id="phrases-search"
                  type="search"
                  aria-describedby="phrases-found"
                  value={query()}
                  onInput={(event) => setQuery(event.currentTarget.value)}
                />
                <p id="phrases-found" class="hint">
                  {t('phrases.count', { count: found().length })}
                </p>
              </div>
              <Show
                when={query().trim()}
                fallback={
                  <For each={situations}>
                    {(situation) => (
                      <details
                        name="situation"
                        class="situation"
                        onToggle={(event) => {
                          if (event.currentTarget.open) setOpen(situation);
                          else if (open() === situation) setOpen(undefined);
                        }}
                      >
                        <summary id={`situation-${situation}`}>
                          {t(`phrases.situation.${situation}`)}{' '}
                          <span class="meta">{of(situation).length}</span>
                        </summary>
                        <Show when={open() === situation}>
                          <PhraseGroup
                            phrases={of(situation)}
                            label={t(`phrases.situation.${situation}`)}
                          />
                        </Show>
                      </details>
                    )}
                  </For>
                }
              >
                <Show when={found().length} fallback={<p class="empty">{t('phrases.none')}</p>}>
                  <PhraseGroup phrases={found()} label={t('phrases.found')} />
                </Show>
              </Show>
            </>
          }
        >
          {(queue) => <Review phrases={queue()} cards={cards()} onClose={endReview} />}
        </Show>
      </Show>
    </Screen>
  );
}
