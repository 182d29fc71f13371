/** A row of the table in docs/accessibility.md. */
export interface Row {
  /** `A12` */
  readonly number: string;
  /** The files that it names in backticks, from the project's root. */
  readonly files: readonly string[];
  readonly isOpen: boolean;
}

/** The rows whose first cell is an A-number. */
export function readTable(markdown: string): Row[] {
  return [...markdown.matchAll(/^\|\s*(A\d+)\s*\|(.*)\|\s*$/gm)].map(([, number, rest]) => {
    const last = (rest ?? '').split('|').at(-1) ?? '';
    return {
      number: number ?? '',
      files: [...last.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''),
      isOpen: /not yet/i.test(last),
    };
  });
}

/** The A-numbers that titles name: `A25: …`, `A11, A12: …`, or in brackets `… (A25)`. */
export function findNumbers(code: string): string[] {
  const titles = code.match(/(['"`])(A\d+\b[^'"`\n]*?:|[^'"`\n]*\s\(A\d+[^'"`\n]*?\))/g) ?? [];
  return [...new Set(titles.flatMap((text) => text.match(/\bA\d{1,2}\b/g) ?? []))];
}

/**
 * What is wrong with the table, each in a sentence.
 * @param read gives a file's text, or undefined if there is none
 */
export function findTableFaults(
  rows: readonly Row[],
  read: (path: string) => string | undefined,
): string[] {
  return rows.flatMap(({ number, files, isOpen }) => {
    if (files.length === 0 && !isOpen) return [`${number} names no test and is not "not yet"`];
    return files.flatMap((path) => {
      const code = read(path);
      if (code === undefined) return [`${number} names ${path}, which is not there`];
      if (findNumbers(code).includes(number)) return [];
      return [`${number} names ${path}, where no title names ${number}`];
    });
  });
}
