/** A box's WebSocket whose other end is the test. */
export interface PlayedSocket {
  readonly socket: WebSocket;
  /** What was sent, text or the size of a piece of sound. */
  readonly sent: (string | number)[];
  readonly isClosed: () => boolean;
  open(): void;
  answer(value: unknown): void;
  close(code?: number): void;
  /** Bytes that the network does not take. */
  jam(bytes: number): void;
}

/** Stands in for the browser's WebSocket, for times that a real server cannot be made to keep. */
export function createPlayedSocket(): PlayedSocket {
  const sent: (string | number)[] = [];
  let isClosed = false;
  let waiting = 0;
  const socket = {
    binaryType: 'blob',
    onopen: null as (() => void) | null,
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onclose: null as ((event: { code: number }) => void) | null,
    get bufferedAmount() {
      return waiting;
    },
    send: (data: string | ArrayBuffer) =>
      sent.push(typeof data === 'string' ? data : data.byteLength),
    close: () => {
      isClosed = true;
    },
  };
  return {
    socket: socket as unknown as WebSocket,
    sent,
    isClosed: () => isClosed,
    open: () => socket.onopen?.(),
    answer: (value) =>
      socket.onmessage?.({ data: typeof value === 'string' ? value : JSON.stringify(value) }),
    close: (code = 1006) => socket.onclose?.({ code }),
    jam: (bytes) => {
      waiting = bytes;
    },
  };
}
