import { type z } from 'zod';

/** The evaluation was given something it cannot trust: a dataset or thresholds with faults. Nothing has been measured. */
export class EvaluationInputError extends Error {
  override readonly name = 'EvaluationInputError';

  /** @param faults one line each, with the file and, where there is one, the line */
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** Zod's complaints as `field: what is wrong`. */
export function describeIssues({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
}
