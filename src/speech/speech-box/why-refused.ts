import type { SpeechErrorKind } from '../speech-error.ts';

/**
 * Why a WebSocket did not open. A browser does not say, so the same address is asked by HTTP: what
 * answers there at all is no speech box for live words, or wants a key.
 */
export async function whyRefused(
  socketUrl: URL,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<SpeechErrorKind> {
  const url = new URL(socketUrl);
  url.protocol = url.protocol.replace('ws', 'http');
  const ask = (mode: RequestMode) => fetch(url, { mode, signal, credentials: 'omit' });
  try {
    const { status } = await ask('cors');
    return status === 401 || status === 403 ? 'key-refused' : 'bad-answer';
  } catch {
    // Without a CORS header the answer cannot be read, but that there is one can be told.
    return ask('no-cors').then(
      () => 'bad-answer',
      () => 'network',
    );
  }
}
