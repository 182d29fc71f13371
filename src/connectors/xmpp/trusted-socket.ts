import { Strophe } from 'strophe.js';
import { ns } from './namespaces.ts';
import { readFrame } from './read-frame.ts';

/** The library's connection; the package names the class only as a value. */
export type StropheConnection = InstanceType<typeof Strophe.Connection>;

/** What `open-stream.ts` is told by its socket. */
export interface SocketEvents {
  /** Something came, whatever it is. */
  heard(): void;
  /** The server ends the stream and says why (RFC 6120 4.9.3). */
  streamError(condition: string): void;
  /** What came first is not XMPP. */
  notChat(): void;
}

const conditionOf = (error: Element): string => {
  for (const each of error.children) {
    if (each.namespaceURI === ns.streamErrors && each.localName !== 'text') return each.localName;
  }
  return 'undefined-condition';
};

/**
 * The library's WebSocket transport with its own reading of frames. Three things differ:
 * frames pass through the Trusted Types policy; a stream error counts only at the top of a frame
 * (the library looks in depth, so that a customer could end an agent's stream by putting one into
 * a message); a server cannot send the browser on to another address with `see-other-uri`.
 */
export class TrustedSocket extends Strophe.Websocket {
  /** Takes each stanza once signed in; until then the library's own handlers do. */
  deliver: ((element: Element) => void) | undefined;
  readonly #connection: StropheConnection;
  readonly #events: SocketEvents;

  constructor(connection: StropheConnection, events: SocketEvents) {
    super(connection);
    this.#connection = connection;
    this.#events = events;
  }

  /** Hands text to the socket; nothing when it is closed. */
  sendText(text: string): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(text);
  }

  override _checkStreamError(wrapper: Element): boolean {
    const error =
      wrapper.localName === 'error' && wrapper.namespaceURI === ns.streams
        ? wrapper
        : [...wrapper.children].find(
            (each) => each.localName === 'error' && each.namespaceURI === ns.streams,
          );
    if (!error) return false;
    this.#events.streamError(conditionOf(error));
    this.#connection._doDisconnect();
    return true;
  }

  override _onInitialMessage(message: MessageEvent): void {
    this.#events.heard();
    const root = typeof message.data === 'string' ? readFrame(message.data) : undefined;
    if (root?.localName === 'open' && root.namespaceURI === ns.framing) {
      if (this._handleStreamStart(root)) this._connect_cb(root);
      return;
    }
    const wrapper = root && root.namespaceURI === ns.streams ? this.#wrap(message.data) : undefined;
    if (!wrapper) {
      this.#events.notChat();
      return;
    }
    this._replaceMessageHandler();
    this.#connection._connect_cb(wrapper, undefined, message.data);
  }

  override _onMessage(message: MessageEvent): void {
    this.#events.heard();
    const wrapper = typeof message.data === 'string' ? this.#wrap(message.data) : undefined;
    const first = wrapper?.firstElementChild;
    if (!wrapper || !first) return;
    if (first.namespaceURI === ns.framing) {
      if (first.localName === 'close') this.#connection._doDisconnect();
      return;
    }
    if (this._checkStreamError(wrapper)) return;
    if (this.deliver) this.deliver(first);
    else this.#connection._dataRecv(wrapper, message.data);
  }

  #wrap(frame: string): Element | undefined {
    return readFrame(`<wrapper>${frame}</wrapper>`);
  }
}
