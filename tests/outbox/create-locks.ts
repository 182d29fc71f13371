type Grant = (lock: Lock | null) => unknown;

/** Web Locks for tests without a browser: the first comes first, whoever dies lets go. */
export function createLocks() {
  const queue: { readonly tab: string; readonly grant: Grant }[] = [];
  let holder: string | undefined;
  const next = () => {
    const first = holder === undefined ? queue.shift() : undefined;
    if (!first) return;
    const mine = first.tab;
    holder = mine;
    void Promise.resolve(first.grant(null)).then(() => letGo(mine));
  };
  const letGo = (tab: string) => {
    if (holder === tab) holder = undefined;
    next();
  };
  return {
    /** `navigator.locks` as one tab sees it. */
    of: (tab: string) =>
      ({
        request: (_name: string, options: LockOptions, grant: Grant) =>
          new Promise((_resolve, reject) => {
            const waiting = { tab, grant };
            options.signal?.addEventListener('abort', () => {
              const place = queue.indexOf(waiting);
              if (place >= 0) queue.splice(place, 1);
              reject(new DOMException('given up', 'AbortError'));
            });
            queue.push(waiting);
            next();
          }),
      }) as unknown as LockManager,
    /** The tab is gone without a word. */
    kill: (tab: string) => {
      for (let place = queue.length - 1; place >= 0; place -= 1)
        if (queue[place]?.tab === tab) queue.splice(place, 1);
      letGo(tab);
    },
    holder: () => holder,
  };
}
