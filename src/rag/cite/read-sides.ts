/** Which of several excluding sides a text takes: set -> sides. */
export type Sides = ReadonlyMap<number, ReadonlySet<string>>;

/** Words that exclude each other: sets of sides, each with its spellings. */
const SETS: readonly string[] = [
  'monthly|month-to-month yearly|annual|annually|annum quarterly weekly daily hourly',
  'before after',
  'monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays saturday|saturdays sunday|sundays',
  'january february march april june july august september october november december',
  'utc|gmt cet|cest est|edt|et pst|pdt|pt cst|cdt ist jst aest',
  'incoming|inbound outgoing|outbound',
  'internal external',
  'public private',
  'mandatory|required|compulsory optional|voluntary',
  'newer|later older|earlier',
  'faster|quicker slower',
  'include|includes|included|including exclude|excludes|excluded|excluding',
  'higher|more|increase|increases|rises lower|less|fewer|decrease|decreases|drops',
  'cheaper expensive|dearer|pricier|costlier',
  'existing new',
  'online offline|on-site',
  'advance arrears',
  'enable|enables|enabled disable|disables|disabled',
  'allow|allows|allowed|permitted forbid|forbids|forbidden|prohibited',
  'always never',
  'accept|accepts|accepted refuse|refuses|refused reject|rejects|rejected',
  'above below',
  'all|every none',
  'both neither',
  'manual|manually automatic|automatically',
  'dollar|dollars|usd euro|euros|eur pound|pounds|gbp',
  'per-second per-minute per-hour per-day per-week per-month per-quarter per-year|per-annum',
  'per-seat per-workspace per-key',
];

const SIDE_OF: ReadonlyMap<string, readonly [set: number, side: string]> = new Map(
  SETS.flatMap((set, index) =>
    set.split(' ').flatMap((side) => side.split('|').map((word) => [word, [index, side] as const] as const)),
  ),
);
const EACH = /^(?:per|each|every)$/;

/** A user's price is a seat's. */
function singular(word: string): string {
  const one = word.replace(/s$/, '');
  return /^(?:user|person|licen[cs]e|member|agent)$/.test(one) ? 'seat' : one;
}

const NO_SIDES: Sides = new Map();

/** The sides a text's words (lower case) take; most texts take none. */
export function readSides(words: Iterable<string>): Sides {
  let sides: Map<number, Set<string>> | null = null;
  let before = '';
  for (const word of words) {
    const found = SIDE_OF.get(EACH.test(before) ? `per-${singular(word)}` : word) ?? SIDE_OF.get(word);
    before = word;
    if (found === undefined) continue;
    sides ??= new Map<number, Set<string>>();
    const [set, side] = found;
    const known = sides.get(set);
    if (known === undefined) sides.set(set, new Set([side]));
    else known.add(side);
  }
  return sides ?? NO_SIDES;
}

/** Whether two texts take different sides on something: "billed monthly" and "billed yearly". */
export function takeOtherSides(one: Sides, other: Sides): boolean {
  for (const [set, sides] of one) {
    const others = other.get(set);
    if (others !== undefined && ![...sides].some((side) => others.has(side))) return true;
  }
  return false;
}
