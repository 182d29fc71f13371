import { startSpeechNotebook } from './speech-notebook.ts';

/** Starts a notebook for what the browser of the contract tests says (`vitest.config.ts`). */
export async function setup(): Promise<() => Promise<void>> {
  const notebook = await startSpeechNotebook(process.env['HAREBELL_VOICE']);
  return () => notebook.close();
}
