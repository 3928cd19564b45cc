const ADMITS =
  /\b(?:(?:found|find|finds?|says?|has|have|tells?) (?:me )?nothing|(?:do|does|did|could|can) ?not (?:find|confirm|have|tell|know)|cannot confirm|no (?:reliable|dependable|confirmed) (?:information|answer)|(?:nothing|not) (?:dependable|reliable))\b/i;
const GOES_ON = /\b(?:but|however|although|though|yet|still|nevertheless|except)\b/i;

/**
 * Whether a sentence says that something is not known: "I found nothing about ISO 9001" names it without asserting it. What
 * a "but" goes on to say is another matter.
 */
export function admitsIgnorance(sentence: string): boolean {
  return ADMITS.test(sentence) && !GOES_ON.test(sentence);
}
