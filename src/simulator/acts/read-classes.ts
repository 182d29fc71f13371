/** Classes of words, one a line: its name, then its words. @returns word → class */
export const readClasses = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [name = '', ...words] = line.trim().split(' ');
        return words.map((word) => [word, name] as const);
      }),
  );
