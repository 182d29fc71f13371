/** All that can be expected to go wrong between this desk and a server. */
export type ConnectorError =
  /** The address is not one that can be connected to. */
  | { readonly kind: 'bad-address' }
  /** Plain `ws://` to somewhere else than this computer. */
  | { readonly kind: 'insecure-address' }
  | { readonly kind: 'bad-account' }
  /** Nothing answers there. */
  | { readonly kind: 'unreachable' }
  /** Something answers, but does not speak XMPP over WebSocket. */
  | { readonly kind: 'not-a-chat-server' }
  /** A web page came in place of it: a network that wants a log-in first, or another address. */
  | { readonly kind: 'web-page' }
  /** The chat server answers, but something between lets no WebSocket through. */
  | { readonly kind: 'blocked-socket' }
  /** An encrypted address that could not be reached securely: certificate or proxy. */
  | { readonly kind: 'certificate' }
  | { readonly kind: 'wrong-password' }
  /** The server offers no way to sign in that we accept (SCRAM). */
  | { readonly kind: 'no-safe-sign-in' }
  /** The same account signed in elsewhere and took this connection over. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'unknown-conversation' }
  | { readonly kind: 'conversation-ended' }
  | { readonly kind: 'offer-gone' }
  | { readonly kind: 'too-long' }
  /** Recordings cannot be sent: the server keeps no files for others to fetch. */
  | { readonly kind: 'no-files' }
  | { readonly kind: 'file-too-large' }
  /** The server said no; `reason` is its own word, for the log only. */
  | { readonly kind: 'refused'; readonly reason: string };
