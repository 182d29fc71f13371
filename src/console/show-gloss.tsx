import './advice.css';
import { For } from 'solid-js';
import { render } from '#dom';
import type { Message } from '../domain/message.ts';
import { type GlossEntry, loadGloss } from '../english/glossary.ts';
import type { Workspace } from '../session/workspace.ts';

/**
 * Says what the English words of a customer's message mean in Chinese, and shows it under the message.
 * Rejected when the glossary cannot be fetched.
 * @param signal takes it away again; what comes later than that is neither said nor shown
 */
export async function showGloss(
  message: Message | undefined,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<void> {
  const { t, say } = workspace;
  if (signal.aborted) return;
  if (!message) return say(t('gloss.noMessage'));
  const explain = await loadGloss();
  if (signal.aborted) return;
  const entries = explain(message.text);
  if (!entries.length) return say(t('gloss.none'));
  say(entries.map((entry) => t('gloss.entry', { ...entry })).join('; '), 'zh-CN');
  const article = document.getElementById(`m-${message.id}`);
  if (!article) return;
  const place = document.createElement('div');
  article.append(place);
  const dispose = render(() => <GlossList entries={entries} title={t('gloss.title')} />, place);
  place.scrollIntoView({ block: 'nearest' });
  signal.addEventListener('abort', () => {
    dispose();
    place.remove();
  });
}

function GlossList(props: { readonly entries: readonly GlossEntry[]; readonly title: string }) {
  return (
    <dl class="gloss" aria-label={props.title}>
      <For each={props.entries}>
        {({ term, meaning }) => (
          <div>
            <dt lang="en">{term}</dt>
            <dd lang="zh-CN">{meaning}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
