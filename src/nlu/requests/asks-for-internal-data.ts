/** Only the opening of a very long message is looked at. */
const MAX_CHARS = 4_000;
/** What a seller keeps about a buyer and does not tell. */
const KEPT = '(?:lead[- ]?score|score|rating|budget|notes?|profile|file|record|entry)';
const OUR_PLACE =
  '(?:crm|(?:internal|sales|private|own|account) (?:notes|records|files|system|data)|notes|records|files)';

/** Where it is kept, together with whom it is about. */
const IN_OUR_NOTES = new RegExp(String.raw`\byour (?:team['’]s )?${OUR_PLACE}\b`, 'i');
const ABOUT_THEM = new RegExp(
  String.raw`\b(?:about|on|of|for) (?:me|us|our company)\b|\b(?:my|our|the|which|what) (?:lead[- ]?score|score|rating|budget|profile|file)\b`,
  'i',
);

const ALONE: readonly RegExp[] = [
  // "my lead score", "what score did you give us"
  /\b(?:my|our) lead[- ]?scor(?:e|ing)\b(?! (?:feature|model|rules|settings))/i,
  /\blead[- ]?scores?\b[^.?!\n]{0,40}\b(?:about|on|for|give|gave|given) (?:me|us)\b/i,
  // "what have you written about us"
  new RegExp(
    String.raw`\b(?:what|which|show|read|share|send|tell|see)\b[^.?!\n]{0,60}\b(?:noted|written|recorded|stored|saved|filed|on file|know|keep|store|hold|have)(?: down)? (?:about|on) (?:me|us|our company)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${KEPT} (?:that )?(?:you|your (?:team|company)) (?:\w+ ){0,2}(?:on|about|for) (?:me|us)\b`,
    'i',
  ),
  // What the company keeps to itself.
  /\byour (?:internal |own |real |actual )?(?:profit )?(?:margins?|price floor|floor price|discount limit)\b/i,
  /\byour internal (?:notes|pricing|price list|documents|comments|guidelines)\b/i,
  // Other people's data.
  /\bother (?:customers?|clients?|prospects?|companies)\b[^.?!\n]{0,20}\b(?:pay|paid|paying)\b/i,
];
/** "the phone number of Jane Miller": case matters, for "of your support desk" is nobody's secret. */
const CONTACT_OF_PERSON =
  /\b(?:[Pp]hone|[Mm]obile|[Tt]elephone|[Ee]-?mail|[Cc]ontact|[Hh]ome|[Pp]rivate)(?: (?:number|address|details|data))?(?: \w+){0,2} (?:of|for) \p{Lu}\p{L}+ (?:\p{Lu}\p{L}+|at|from)\b/u;

/**
 * Whether somebody asks for what the company keeps about them or about others: scores, noted budgets, internal notes,
 * margins, other people's contacts. Precise rather than complete: what is really protected never reaches a model.
 */
export function asksForInternalData(message: string): boolean {
  const text = message.slice(0, MAX_CHARS);
  if (IN_OUR_NOTES.test(text) && ABOUT_THEM.test(text)) return true;
  return ALONE.some((pattern) => pattern.test(text)) || CONTACT_OF_PERSON.test(text);
}
