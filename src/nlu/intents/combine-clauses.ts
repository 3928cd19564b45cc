/** What one text means: probabilities by label, sum 1. */
export type Distribution<Label extends string> = ReadonlyMap<Label, number>;

export interface CombinationRules<Label extends string> {
  /** What wraps a request and is none. */
  courtesies: ReadonlySet<Label>;
  outOfScope: Label;
  /** Who says this wants nothing else, whatever the other words sound like. */
  lastWord?: Label;
}

/** From this probability on a part of the message decides alone. */
const CERTAIN = 0.5;
/** A part counts as a request of its own from here on. */
const CLEAR = 0.35;
/** What the whole says of a label that no part puts first: rather another reading of a request than another request. */
const OTHER_READING = 0.4;

function topOf<Label extends string>(distribution: Distribution<Label>): readonly [Label, number] | undefined {
  let best: readonly [Label, number] | undefined;
  for (const entry of distribution) if (best === undefined || entry[1] > best[1]) best = entry;
  return best;
}

/** Probabilities of the main intent, as the whole message and its parts together see it. */
function weighMain<Label extends string>(
  whole: Distribution<Label>,
  requests: readonly Distribution<Label>[],
): Map<Label, number> {
  const main = new Map<Label, number>();
  for (const [label, probability] of whole) {
    const fromParts = requests.reduce((sum, part) => sum + (part.get(label) ?? 0), 0) / Math.max(1, requests.length);
    main.set(label, requests.length === 0 ? probability : (probability + fromParts) / 2);
  }
  return main;
}

/**
 * One list out of the readings of a whole message and of its parts: first the main intent with its probability, then how
 * probable it is that each other one is wanted besides. A courtesy never comes before a request it wraps.
 */
export function combineClauses<Label extends string>(
  whole: Distribution<Label>,
  clauses: readonly Distribution<Label>[],
  rules: CombinationRules<Label>,
): { intent: Label; probability: number }[] {
  const isRequest = (distribution: Distribution<Label>): boolean => {
    const top = topOf(distribution);
    return top !== undefined && top[1] >= CLEAR && top[0] !== rules.outOfScope && !rules.courtesies.has(top[0]);
  };
  const requests = clauses.length < 2 ? [] : clauses.filter(isRequest);
  const main = weighMain(whole, requests);
  if (requests.length > 0) for (const courtesy of rules.courtesies) main.set(courtesy, (main.get(courtesy) ?? 0) / 4);
  const last = rules.lastWord;
  const lastSaid = last === undefined ? 0 : Math.max(...[whole, ...clauses].map((part) => part.get(last) ?? 0));
  const top = last !== undefined && lastSaid >= CERTAIN ? ([last, lastSaid] as const) : topOf(main);
  if (top === undefined) return [];
  const [first, probability] = top;
  const parts = requests.map((request) => ({ request, first: topOf(request)?.[0] }));
  const others = [...main.keys()]
    .filter((label) => label !== first)
    .map((intent) => ({ intent, probability: Math.min(probability, besides(intent, whole, parts)) }))
    .sort((a, b) => b.probability - a.probability);
  return [{ intent: first, probability }, ...others];
}

function besides<Label extends string>(
  label: Label,
  whole: Distribution<Label>,
  parts: readonly { request: Distribution<Label>; first: Label | undefined }[],
): number {
  let most = OTHER_READING * (whole.get(label) ?? 0);
  for (const { request, first } of parts) {
    const probability = request.get(label) ?? 0;
    most = Math.max(most, first === label ? probability : OTHER_READING * probability);
  }
  return most;
}
