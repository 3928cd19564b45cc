import { type Entity } from '../message-analysis.js';
/** Only the opening of a very long message is looked at. */
const MAX_CHARS = 4_000;
/** What a seller keeps about a buyer and does not tell. */
const KEPT = '(?:lead[- ]?score|score|rating|budget|notes?|profile|file|record|entry|comments?)';
const OUR_PLACE =
  '(?:crm|(?:internal|sales|private|own|account) (?:notes|records|files|system|data)|notes|records|files|database)';
const GAP = String.raw`[^.?!\n]`;
/** Customers who are not the one that writes. */
const OTHERS = String.raw`(?:(?:your |the )?other (?:customers?|clients?|prospects?|companies|users|accounts|buyers|leads|people)|(?:another|someone else['’]?s?|somebody else['’]?s?|a different) (?:customer|client|prospect|company|account|user|buyer|lead)?(?:['’]s)?|(?:any|some|one|all|every|each) of your (?:\w+ )?(?:customers|clients|prospects|accounts|users)|your (?:other |existing |current |biggest |largest |best |top )?(?:customers?|clients?|prospects?)(?:['’]s?)?)`;
const PRIVATE = String.raw`(?:discounts?|prices?|price list|contracts?|contact(?:s| details| data| person| information)?|phone numbers?|e-?mail(?:s| address(?:es)?)?|budgets?|invoices?|spend(?:ing)?|deals?|terms|lead scores?|scores?|data|records?|details|files?|notes|orders?|order history|addresses|names)`;

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
  // "what budget do you have noted down for us"
  /\b(?:noted|written|recorded|put|pencilled|saved|down)(?: down)? (?:about|on|for) (?:me|us|our company)\b/i,
  /\b(?:rating|score|grade|rank) (?:did (?:i|we) get|(?:did|have|do) you (?:give|given|gave) (?:me|us))\b/i,
  /\byou(?:['’]ve| have)? noted(?: down)?\b/i,
  // "the lowest figure your boss has signed off for others"
  /\b(?:lowest|best|biggest|highest) (?:figure|price|rate|discount|deal) (?:that )?(?:you|your \w+)(?: ha(?:s|ve))?(?: ever)? (?:signed|agreed|approved|given|accepted|granted|gone)\b/i,
  // What the company keeps to itself.
  /\byour (?:internal |own |real |actual )?(?:profit )?(?:margins?|price floor|floor price|discount limit|mark-?up|walk-?away price|lowest (?:acceptable )?price you (?:can|may|are allowed)|cost price|sales commission|commission)\b/i,
  /\byour internal (?:notes|pricing|price list|documents|comments|guidelines|playbook|memos?|e-?mails?|emails?)\b/i,
  /\b(?:largest|biggest|maximum|max|highest) discount (?:you|your (?:team|reps?|sales\w*)) (?:can|could|may|are allowed|were allowed|have ever|ever|are able|is allowed)\b/i,
  // Other people's data: what they pay, their contracts and contacts.
  new RegExp(
    String.raw`\b${OTHERS}(?: (?:usually|typically|normally|actually|currently|really))?${GAP}{0,20}\b(?:pay|paid|paying|spend|spent)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\bwhat\b${GAP}{0,24}\b(?:do|does|did|are|is|have|has) (?:they|he|she|them|your (?:other )?(?:customers|clients))\b${GAP}{0,12}\b(?:pay|paid|paying)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\bwho(?:m)? else (?:do|did|have|are) you (?:sell|sold|selling|work|worked|talk|talking|negotiat\w+)\b${GAP}{0,50}\b(?:pay|price|discount|paid|contact)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:contacts?|contact (?:details|data|person|information)|phone (?:number|numbers)|e-?mail(?:s| address(?:es)?)?|names?|list|data|records?|details|invoices?|contracts?|orders?|budgets?|lead scores?) (?:of|for|from|at|belonging to) ${OTHERS}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:another|some(?:one|body) else['’]s|(?:the |your )?other) (?:customer|client|prospect|company|account|buyer|lead)(?:['’]s|s['’]) ${PRIVATE}\b`,
    'i',
  ),
  /\b(?:list|export|dump|show|send|give)\b[^.?!\n]{0,30}\b(?:all|every|each|the entire|the whole|complete|full) (?:of )?(?:your |the )?(?:customers?|clients?|prospects?|leads?|crm|customer (?:list|data(?:base)?|records))\b(?! (?:stor|case|support|success|portal|references|reviews|fields?|history|data types))/i,
];
/** "the phone number of Jane Miller": case matters, for "of your support desk" is nobody's secret. */
const CONTACT_OF_PERSON =
  /\b(?:[Pp]hone|[Mm]obile|[Tt]elephone|[Ee]-?mail|[Cc]ontact|[Hh]ome|[Pp]rivate)(?: (?:number|address|details|data|person))?(?: \w+){0,2} (?:of|for|at) (?:your (?:customer|client|prospect) )?\p{Lu}[\p{L}&]+ (?:\p{Lu}\p{L}+|at|from|&)(?!\p{L})/u;
const NAMED_CUSTOMER =
  /\b(?:your|the) (?:customer|client|prospect) \p{Lu}[\p{L}&.-]{0,30}(?=[^.?!\n]{0,60}(?:[Cc]ontact|phone|mail|pay|paid|price|discount|contract|budget|score|deal)|\s*[?.!]?$)/u;
/** "What discount did Harrow & Finch get?", "how much does Acme pay". */
const TERMS_OF_NAMED =
  /\b(?:[Ww]hat|[Ww]hich|[Hh]ow (?:much|big|large|high))(?: (?:kind of |sort of |of a )?(?:discounts?|prices?|deals?|rates?|terms|contracts?|price per seat|budget|lead score))?(?: \w+){0,2} (?:did|does|do|has|have|is|was) (?!(?:I|We|You|Your|Our|The|A|It|They|This|That|Each|One|Every)\b)(\p{Lu}[\p{L}&.'’-]*(?: (?:& |and )?\p{Lu}[\p{L}&.'’-]*){0,3}) (?:get|got|gotten|pay|paid|paying|receive|received|negotiate|negotiated|sign(?:ed)? for|spend|spent)\b/u;

/**
 * Whether somebody asks for what the company keeps about them or about others: scores, noted budgets, internal notes,
 * margins, other customers' prices and contacts. What the company itself offers is nobody's secret. Precise rather than complete: what is really protected never reaches a model.
 */
export function asksForInternalData(message: string, entities: readonly Entity[] = []): boolean {
  const text = withoutOffers(message, entities).slice(0, MAX_CHARS);
  if (IN_OUR_NOTES.test(text) && ABOUT_THEM.test(text)) return true;
  if (ALONE.some((pattern) => pattern.test(text))) return true;
  return [CONTACT_OF_PERSON, NAMED_CUSTOMER, TERMS_OF_NAMED].some((pattern) => pattern.test(text));
}

const OFFERED: ReadonlySet<string> = new Set(['plan', 'product', 'integration', 'competitor', 'category', 'brand']);

/** The names of plans and products in small letters: "What discount does Team get?" asks about no customer. */
function withoutOffers(message: string, entities: readonly Entity[]): string {
  return entities
    .filter(({ type }) => OFFERED.has(type))
    .reduce(
      (text, { start, end }) => text.slice(0, start) + text.slice(start, end).toLowerCase() + text.slice(end),
      message,
    );
}
