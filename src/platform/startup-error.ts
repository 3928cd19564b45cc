/** Exit codes of the process, after sysexits.h where it has one for the case. Documented in the README. */
export const EXIT_CODES = {
  unexpected: 1,
  databaseUnavailable: 69,
  portUnavailable: 71,
  folderUnusable: 73,
  folderInUse: 75,
  badConfig: 78,
} as const;

/** The process cannot start (or a command cannot run): one sentence for the person at the terminal, and the exit code. */
export class StartupError extends Error {
  override readonly name = 'StartupError';

  constructor(
    readonly kind: keyof typeof EXIT_CODES,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }
}
