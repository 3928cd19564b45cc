const STATUSES: readonly (readonly [readonly string[], RegExp])[] = [
  [
    ['Processing', 'Shipped'],
    /\b(?:open|pending|outstanding|current|under way|underway|not (?:yet )?(?:arrived|delivered))\b/i,
  ],
  [
    ['Processing'],
    /\b(?:processing|not (?:yet )?shipped|(?:haven['’]t|hasn['’]t|have not|has not) (?:been )?shipped)\b/i,
  ],
  [['Shipped'], /\b(?:shipped|on (?:its|their) way|in transit)\b/i],
  [['Complete'], /\b(?:completed?|delivered|finished|arrived)\b/i],
  [['Cancelled'], /\bcancell?ed\b/i],
  [['Returned'], /\breturn(?:ed|s)?\b/i],
];

/** The statuses a list of orders is limited to; null for all of them. */
export function readStatuses(text: string): string[] | null {
  const found = STATUSES.find(([, pattern]) => pattern.test(text));
  return found === undefined ? null : [...found[0]];
}
