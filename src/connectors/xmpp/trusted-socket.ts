import { Strophe } from 'strophe.js';
import { noteTransfer } from '../../shared/note-transfer.ts';
import { ns } from './namespaces.ts';
import type { EarlySocket } from './open-early.ts';
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
  /** The stream's first words have been sent. */
  begun(): void;
  /** The server has taken the sign-in, and the stream begins anew. */
  restarted(): void;
}

/** Bytes of a frame as UTF-8; what TLS, TCP and the framing add is not known here. */
const count = (way: 'up' | 'down', frame: unknown): void =>
  noteTransfer(way, performance.now(), new Blob([String(frame)]).size);

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
  /** What the server offers before the sign-in. */
  features: Element | undefined;
  readonly #connection: StropheConnection;
  readonly #events: SocketEvents;
  readonly #early: Pick<EarlySocket, 'take'> | undefined;

  /** @param early used in place of a new socket, if it is still there */
  constructor(
    connection: StropheConnection,
    events: SocketEvents,
    early?: Pick<EarlySocket, 'take'>,
  ) {
    super(connection);
    this.#connection = connection;
    this.#events = events;
    this.#early = early;
  }

  override _connect(): void {
    const early = this.#early?.take();
    if (!early) {
      super._connect();
      return;
    }
    const { socket, frames, isOpen } = early;
    this.socket = socket;
    socket.onopen = () => this._onOpen();
    socket.onerror = (event) => this._onError(event);
    socket.onclose = (event) => this._onClose(event);
    socket.onmessage = (message) => this._onInitialMessage(message);
    if (!isOpen) return;
    queueMicrotask(() => {
      // Each may be the last that its handler takes.
      for (const frame of frames) socket.onmessage?.(frame);
    });
  }

  /** With our own address (RFC 6120, 4.7.1), without which ejabberd does not offer XEP-0388. */
  override _buildStream() {
    return super._buildStream().attrs({ from: Strophe.getBareJidFromJid(this.#connection.jid) });
  }

  override _onOpen(): void {
    super._onOpen();
    this.#events.begun();
  }

  override _sendRestart(): void {
    super._sendRestart();
    this.#events.restarted();
  }

  /** Hands text to the socket; nothing when it is closed. */
  sendText(text: string): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    count('up', text);
    this.socket.send(text);
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
    count('down', message.data);
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
    this.features = wrapper.getElementsByTagNameNS(ns.streams, 'features')[0];
    this._replaceMessageHandler();
    this.#connection._connect_cb(wrapper, undefined, message.data);
  }

  override _onMessage(message: MessageEvent): void {
    this.#events.heard();
    count('down', message.data);
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
