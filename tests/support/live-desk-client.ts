import type { LiveDesk } from './live-desk.ts';

/** The live desk as a test in the browser sees it. */
export type RemoteDesk = Omit<LiveDesk, 'stop'>;

/** Reaches the live desk that `live-desk-server.ts` started. */
export function connectLiveDesk(url: string): RemoteDesk {
  const call = async (method: string, values: readonly unknown[]): Promise<unknown> => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ method, values }) });
    const result = (await answer.json()) as { value?: unknown; error?: string };
    if (result.error !== undefined) throw new Error(result.error);
    return result.value;
  };
  return new Proxy({} as RemoteDesk, {
    get: (_, method) =>
      // Not a promise itself, or `await` would call it.
      method === 'then' ? undefined : (...values: unknown[]) => call(String(method), values),
  });
}
