/**
 * Words and phrases that mean much the same, by the name of what they mean; separated by blanks, `_` for the blank within a
 * phrase, `*` for any ending. Folded as `splitWords` folds: lower case, no apostrophes, no diacritics.
 */
export type ConceptTable = Readonly<Record<string, string>>;
