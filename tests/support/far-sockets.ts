/** WebSockets to a server that is far away, and what went over them. */
export interface FarSockets {
  /** In place of the browser's own. */
  readonly Socket: typeof WebSocket;
  /** Every frame, both ways, in the order in which the page saw it. */
  log(): readonly string[];
  sent(): readonly string[];
  /**
   * What went out at once, without waiting for an answer: the elements' names, one list a round trip.
   * `<a/>` is left out: it answers the server, and nothing waits for it.
   * @param isLast the frame that ends the count, of those that came
   * @param from index in the log to begin at
   */
  flightsUntil(isLast: (frame: string) => boolean, from?: number): readonly (readonly string[])[];
}

/** Long enough that nothing is sent later in a flight than its first answer comes, in milliseconds. */
const delay = 250;

/** Makes sockets that hear everything a little later. */
export function createFarSockets(): FarSockets {
  const frames: { readonly way: 'up' | 'down'; readonly text: string }[] = [];
  class Socket extends WebSocket {
    #handler: ((event: MessageEvent) => void) | null = null;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', (event) => {
        setTimeout(() => {
          frames.push({ way: 'down', text: String(event.data) });
          this.#handler?.(event);
        }, delay);
      });
    }

    override get onmessage() {
      return this.#handler;
    }

    override set onmessage(handler: ((event: MessageEvent) => void) | null) {
      this.#handler = handler;
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      frames.push({ way: 'up', text: String(data) });
      super.send(data);
    }
  }
  return {
    Socket,
    log: () => frames.map(({ text }) => text),
    sent: () => frames.filter(({ way }) => way === 'up').map(({ text }) => text),
    flightsUntil: (isLast, from = 0) => {
      const flights: string[][] = [];
      let before: 'up' | 'down' = 'down';
      for (const { way, text } of frames.slice(from)) {
        if (way === 'down' && isLast(text)) break;
        const name = /^<([\w:]+)/.exec(text)?.[1] ?? text;
        if (name === 'a') continue;
        if (way === 'up' && before === 'down') flights.push([name]);
        else if (way === 'up') flights.at(-1)?.push(name);
        before = way;
      }
      return flights;
    },
  };
}
