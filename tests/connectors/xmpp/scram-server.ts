/** The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677) for one account. */
export interface ScramServer {
  /** The challenge to the client's first message. */
  challenge(first: string): string;
  /** What is said to the client's last message: `v=…`, or undefined where the password is not the right one. */
  prove(last: string): Promise<string | undefined>;
}

const iterations = 4096;
const salt = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

const encode = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)));

const sign = async (secret: BufferSource, text: string): Promise<Uint8Array<ArrayBuffer>> => {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, how, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
};

/** Makes one, which knows the password. */
export function createScramServer(password: string): ScramServer {
  let first = '';
  let challenge = '';
  return {
    challenge: (message) => {
      // Without `n,,`, which says that no channel is bound.
      first = message.slice(3);
      const nonce = `${/r=([^,]+)/.exec(first)?.[1]}more`;
      challenge = `r=${nonce},s=${encode(salt)},i=${iterations}`;
      return challenge;
    },
    prove: async (message) => {
      const [bare = '', proof = ''] = message.split(',p=');
      const raw = new TextEncoder().encode(password);
      const base = await crypto.subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveBits']);
      const salted = await crypto.subtle.deriveBits(
        { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
        base,
        256,
      );
      const all = `${first},${challenge},${bare}`;
      const clientKey = await sign(salted, 'Client Key');
      const stored = await crypto.subtle.digest('SHA-256', clientKey);
      const signature = await sign(stored, all);
      const wanted = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
      if (encode(wanted) !== proof) return undefined;
      return `v=${encode(await sign(await sign(salted, 'Server Key'), all))}`;
    },
  };
}
