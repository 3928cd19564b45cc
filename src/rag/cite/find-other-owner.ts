import { belongsToOthers, type Slots } from './belongs-to-others.js';
import { denyEachOther, isNegation } from './read-denials.js';
import { type Reading } from './read-evidence.js';
import { type Statement } from './statement.js';
import { unifyTerm } from './unify-term.js';
import { toTerm } from '../text/tokenize-text.js';

/** What is said has to stand this fully in another one's statement … */
const SAID_FROM = 0.7;
/** … and so much more of it than in any statement that could be about the one the sentence names. */
const MORE_BY = 0.2;
/** A predicate of fewer terms says too little. */
const MIN_TERMS = 2;
/** A sentence of more is a list; each name is compared with each. */
const MAX_NAMES = 20;

/**
 * The text that says of others of the same kind what a sentence says of one ("Single sign-on is part of the Team plan",
 * where it is part of the Enterprise plan) or of all of them ("is included in every plan"), while no statement says it of
 * those. Null where the evidence is no clearer about the others.
 */
export function findOtherOwner(
  claim: Statement,
  readings: readonly Reading[],
  slots: readonly Slots[],
): Reading | null {
  for (const name of claim.names.size > MAX_NAMES ? [] : claim.names) {
    if (!slots.some((texts) => texts.has(name)) || isSetAside(name, claim)) continue;
    const own = { names: new Set([name]) };
    const peers = [...claim.names].filter(
      (other) => other !== name && belongsToOthers(own, { names: new Set([other]) }, slots),
    );
    const rest = listSaid(claim, (term) => term !== name && !peers.includes(term) && !isKindOf(name, term, slots));
    const owner = compareOwners(claim, rest, readings, (statement) =>
      !statement.terms.has(name) && belongsToOthers(own, statement, slots) ? 'other' : 'own',
    );
    if (owner !== null) return owner;
  }
  return findPartOfAll(claim, readings, slots);
}

/** "Part of Enterprise rather than Team" */
const SETS_ASIDE = /^(?:than|instead|unlike|except|versus|vs|not|nor|without|compared|from)$/;
const LOOK_BACK = 3;

function isSetAside(name: string, { words }: Statement): boolean {
  return words.some(({ term }, index) => {
    const before = words.slice(Math.max(0, index - LOOK_BACK), index);
    return term === name && before.some(({ lower }) => SETS_ASIDE.test(lower));
  });
}

const ALL_OF = /\b(?:every|each|all|any)\s(?:(?:of|the|our|three|single)\s){0,3}(\p{L}+)/giu;
const EVERYBODY = /\bevery(?:one|body)\b/i;
/** Fewer names of a kind than this are not all of them. */
const ALL_FROM = 3;

/** What is said of all of a kind stands in the evidence of some of them only. */
function findPartOfAll(claim: Statement, readings: readonly Reading[], slots: readonly Slots[]): Reading | null {
  const kind = readKinds(claim.text)[0];
  if (kind === undefined) return null;
  const rest = listSaid(claim, (term) => term !== kind);
  if (rest.every((term) => claim.names.has(term))) return null;
  return compareOwners(claim, rest, readings, (statement) => {
    if (statement.subject !== null || readKinds(statement.text).length > 0) return 'own';
    const named = [...statement.names].filter((name) => isKindOf(name, kind, slots)).length;
    const isPart =
      named < ALL_FROM ||
      statement.words.some(({ lower }, index) => isNegation(lower, statement.words[index + 1]?.lower));
    return named > 0 && isPart ? 'other' : 'own';
  });
}

/** Words every offer is written with. */
const GENERIC: ReadonlySet<string> = new Set([
  'part',
  'plan',
  'custom',
  'workspac',
  'offer',
  'avail',
  'includ',
  'get',
  'us',
  'everi',
  'everyon',
  'everybodi',
  'alreadi',
]);

function listSaid({ terms }: Statement, isSaid: (term: string) => boolean): string[] {
  return [...terms].filter((term) => !GENERIC.has(term) && isSaid(term));
}

function readKinds(text: string): string[] {
  if (EVERYBODY.test(text)) return ['custom'];
  return Array.from(text.matchAll(ALL_OF), ([, word]) => toTerm(word ?? '')).flatMap((term) =>
    term === null ? [] : [unifyTerm(term)],
  );
}

function isKindOf(name: string, kind: string, slots: readonly Slots[]): boolean {
  return slots.some((texts) => texts.get(name)?.has(`>${kind}`));
}

function compareOwners(
  claim: Statement,
  said: readonly string[],
  readings: readonly Reading[],
  ownerOf: (statement: Statement) => 'own' | 'other',
): Reading | null {
  if (said.length < MIN_TERMS) return null;
  let owner: Reading | null = null;
  const most = { own: 0, other: SAID_FROM - Number.EPSILON };
  for (const reading of readings) {
    for (const statement of reading.statements) {
      const share = said.filter((term) => statement.terms.has(term)).length / said.length;
      if (share < SAID_FROM - MORE_BY || denyEachOther(claim, statement)) continue;
      const side = ownerOf(statement);
      if (share <= most[side]) continue;
      most[side] = share;
      if (side === 'other') owner = reading;
    }
  }
  return most.other > most.own + MORE_BY ? owner : null;
}
