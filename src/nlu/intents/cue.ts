import { type Intent } from '../message-analysis.js';

/**
 * Phrases that speak for an intent, by how much they say. The language of a phrase: words separated by blanks;
 * `a|b` either word, `go_ahead|proceed` where one of them has two; `integrat*` any word that begins so; `...` up to four words in between. Words are folded
 * (lower case, no apostrophes, no diacritics), as `splitWords` hands them out.
 */
export interface CueList {
  strong: readonly string[];
  medium: readonly string[];
  weak: readonly string[];
}

export type CueTable = Partial<Record<Intent, CueList>>;
