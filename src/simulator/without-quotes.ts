/** Blanks out what is quoted, so that the customer's words earn the agent nothing. */
export const withoutQuotes = (text: string): string =>
  text
    .replace(/"[^"]{0,400}"|“[^”]{0,400}”|「[^」]{0,400}」|『[^』]{0,400}』/g, (quote) =>
      ' '.repeat(quote.length),
    )
    .replace(/^ *>.*$/gm, (line) => ' '.repeat(line.length));
