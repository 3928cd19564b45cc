import { toTerms } from '../text/tokenize-text.js';

/** How far a statement's words stand in its evidence. */
export interface Grounding {
  /** Share of the distinct content terms that some evidence has, 0..1; null for a statement without any. */
  score: number | null;
  /** Terms (stems) no evidence has, in order. */
  unsupported: string[];
}

/** Compares words only: a statement that says the opposite in the same words passes, and figures are `checkClaims`'. */
export function checkGrounding(statement: string, evidence: readonly string[]): Grounding {
  const terms = [...new Set(toTerms(statement.replace(/\[\d{1,3}\]/g, ' ')))];
  if (terms.length === 0) return { score: null, unsupported: [] };
  const known = new Set(evidence.flatMap((text) => toTerms(text)));
  const unsupported = terms.filter((term) => !known.has(term));
  return { score: (terms.length - unsupported.length) / terms.length, unsupported };
}
