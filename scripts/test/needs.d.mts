/** Where packages can be installed, and how; tests give another one. */
export interface System {
  isDebian(): boolean;
  /** The words before a command that make it run as root; undefined where that takes a password. */
  asRoot(): readonly string[] | undefined;
  missing(names: readonly string[]): string[];
  /** Runs a command; what it printed. */
  run(words: readonly string[]): string;
}

/** A shell script: first argument the path of policy-rc.d, then the packages to install. */
export const installScript: string;

/** The packages of the list that are not installed. */
export function missingPackages(names: readonly string[]): string[];

/** Tries to install packages; undefined if all are there now, else a sentence that says what to do. */
export function installPackages(
  names: readonly string[],
  system?: System,
  log?: (text: string) => void,
): string | undefined;
