import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/console/voice-answer.tsx';
import '../../src/session/create-speech.ts';
import '../../src/speech/encode-voice.ts';
import { err } from '../../src/shared/result.ts';
import type { Recognizer } from '../../src/speech/recognizer.ts';
import { createRegistry } from '../../src/speech/registry.ts';
import type { SpeechError } from '../../src/speech/speech-error.ts';
import { openDesk } from './open-desk.tsx';
import { recogniser, voice } from './open-voice.ts';

/** Lin's chat with a draft, and the dialog open; the voice and the ears are the test's. */
export async function openAnswer({
  draft = 'Your parcel is here.',
  failure,
  ears = [recogniser({ text: 'it comes on monday', confidence: 0.9 })],
  ...options
}: Parameters<typeof openDesk>[0] & {
  readonly draft?: string;
  readonly failure?: SpeechError['kind'];
  readonly ears?: readonly Recognizer[];
} = {}) {
  const spoken: [string, string][] = [];
  const desk = await openDesk(options);
  const built = await desk.workspace.speech();
  const engine = voice(spoken);
  if (failure) Object.assign(engine, { render: async () => err({ kind: failure }) });
  Object.assign(desk.workspace, {
    speech: async () => ({
      ...built,
      synthesizers: createRegistry([engine]),
      recognizers: createRegistry([...ears]),
    }),
  });
  desk.connector.offer('Lin');
  await userEvent.keyboard('{Alt>}a{/Alt}');
  await expect
    .element(page.getByRole('button', { name: 'Voice answer', exact: true }))
    .toBeVisible();
  if (draft) await userEvent.fill(page.getByRole('textbox', { name: /^Reply to/ }), draft);
  const open = async () => {
    await userEvent.click(page.getByRole('button', { name: 'Voice answer', exact: true }));
    await expect.poll(() => document.activeElement?.id).toBe('voice-words');
  };
  await open();
  return { ...desk, said: spoken, open };
}
