declare module '*.json?first' {
  const sections: Partial<import('./i18n/create-translator.ts').Locale>;
  // biome-ignore lint/style/noDefaultExport: that is how a JSON module exports
  export default sections;
}

declare module '*.json?later' {
  const sections: Partial<import('./i18n/create-translator.ts').Locale>;
  // biome-ignore lint/style/noDefaultExport: that is how a JSON module exports
  export default sections;
}

declare module '*.json?settings' {
  const sections: Partial<import('./i18n/create-translator.ts').Locale>;
  // biome-ignore lint/style/noDefaultExport: that is how a JSON module exports
  export default sections;
}

declare module '*.json?safe' {
  const sections: Partial<import('./i18n/create-translator.ts').Locale>;
  // biome-ignore lint/style/noDefaultExport: that is how a JSON module exports
  export default sections;
}

declare module '*.json?slips' {
  const sections: Partial<import('./i18n/create-translator.ts').Locale>;
  // biome-ignore lint/style/noDefaultExport: that is how a JSON module exports
  export default sections;
}
