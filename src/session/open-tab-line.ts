/** The part of BroadcastChannel that is used. */
export interface TabChannel {
  postMessage(word: unknown): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  close(): void;
}

/** What the tabs of one desk tell each other, beside what they keep on the disk. */
export interface TabLine {
  /** Tells all other tabs; plain data only. */
  tell(word: unknown): void;
  /** Calls `listener` with what others tell: it may come from a newer desk, so it is not trusted. */
  listen(listener: (word: unknown) => void): void;
  close(): void;
}

/**
 * Opens the line between the tabs that are signed in to one desk. Where the browser has or allows
 * none, nothing is told and nothing heard.
 * @param deskId the connector's id, which names the account
 * @param open stands in for the browser's own BroadcastChannel
 */
export function openTabLine(
  deskId: string,
  open: (name: string) => TabChannel = (name) => new BroadcastChannel(name),
): TabLine {
  let channel: TabChannel | undefined;
  try {
    channel = open(`harebell-tabs:${deskId}`);
  } catch {
    // Forbidden: each tab then shows what it knows by itself.
  }
  return {
    tell: (word) => channel?.postMessage(word),
    listen: (listener) => {
      if (channel) channel.onmessage = ({ data }) => listener(data);
    },
    close: () => {
      channel?.close();
      channel = undefined;
    },
  };
}
