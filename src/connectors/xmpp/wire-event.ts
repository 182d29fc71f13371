import type { Attachment } from '../../domain/message.ts';
import type { LanguageTag } from '../../shared/language.ts';

/** How a message came to us. */
export type Source = 'live' | 'carbon' | 'archive';

/** A chat state as far as the desk shows it. */
export type ChatState = 'composing' | 'still';

/** A message with words in it. */
export interface WireMessage {
  readonly kind: 'message';
  readonly source: Source;
  /** `in` was written by the contact, `out` by this account. */
  readonly direction: 'in' | 'out';
  /** Bare address of the other side. */
  readonly contact: string;
  /** Full address that it came from; receipts go there. */
  readonly from: string;
  /** The sender's own id: origin-id, else the id of the stanza; empty when it has neither. */
  readonly id: string;
  /** The id of the stanza, which receipts name; empty when it has none. */
  readonly stanzaId: string;
  /** Our archive's id; undefined where the server did not give one. */
  readonly archiveId: string | undefined;
  readonly text: string;
  /** A sound that came with it; the text is then its name, or what was written beside it. */
  readonly attachment?: Attachment;
  /** Epoch milliseconds as a server stamped it; undefined means now. */
  readonly at: number | undefined;
  /** As the sender declared it. */
  readonly language: LanguageTag | undefined;
  readonly nick: string | undefined;
  readonly wantsReceipt: boolean;
}

/** What a stanza means to the desk. */
export type WireEvent =
  | WireMessage
  | { readonly kind: 'receipt'; readonly contact: string; readonly id: string }
  | { readonly kind: 'chat-state'; readonly contact: string; readonly state: ChatState }
  | {
      readonly kind: 'message-error';
      readonly contact: string;
      readonly id: string;
      /** The server's own word, such as `service-unavailable`. */
      readonly condition: string;
    }
  /** One entry of an archive page; what is in it may be nothing that we show. */
  | {
      readonly kind: 'archived';
      readonly queryId: string;
      readonly archiveId: string;
      readonly message: WireMessage | undefined;
      /** The contact's program says there that this message of ours has come. */
      readonly receipt?: { readonly contact: string; readonly id: string };
    };

/** Why a stanza is dropped; for the log. */
export type ParseError =
  /** Not a message, or one without anything that we know. */
  | { readonly kind: 'unknown' }
  /** A group chat, a headline: not for this desk. */
  | { readonly kind: 'unwanted' }
  /** Says that it is a copy or from the archive, but not our own server says so. */
  | { readonly kind: 'forged' }
  /** Without a sender, or with a part missing. */
  | { readonly kind: 'malformed' };
