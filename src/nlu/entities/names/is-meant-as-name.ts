import { type Word } from '../../split-words.js';
import { type Name } from './compile-lexicon.js';

export interface Occurrence {
  text: string;
  words: readonly Word[];
  at: number;
  count: number;
  name: Name;
}

/** What plans are: a word like this beside a name says that it is one. */
const KINDS: ReadonlySet<string> = new Set(
  'plan plans tier tiers edition editions package packages subscription subscriptions licence licences license licenses version pricing abo tarif lizenz forfait offre abonnement'.split(
    ' ',
  ),
);
/** With one of these in the sentence, plans or their prices are talked about. */
const PLAN_TALK: ReadonlySet<string> = new Set(
  `plan plans tier tiers price prices pricing priced cost costs kostet kosten preis prix coute precio cuesta prezzo costa preco custa
  prijs kost upgrade upgrading downgrade switch compare compared comparison difference differences versus vs between cheaper
  included include includes subscribe much quote`.split(/\s+/),
);
/** Before a name meant as one, where plans are talked about; articles, possessives and verbs mean the ordinary word. */
const BEFORE_NAME: ReadonlySet<string> = new Set(
  `is are does do for of from to between and or vs versus on than with does compare is called named upgrade kostet coute cuesta costa
  custa kost und et y e o`.split(/\s+/),
);
const AFTER_NAME: ReadonlySet<string> = new Set(
  `for cost costs per with and or vs versus to than include includes included have has is does a monthly yearly annually if when
  billed cheaper price prices priced kosten und et y`.split(/\s+/),
);
const OWNED: ReadonlySet<string> = new Set(
  'our my your their his her its whole entire another every each this that same unser unsere notre nuestro nuestra nostro nossa ons'.split(
    ' ',
  ),
);
const SENTENCE_END = /[.!?\n:;•]|^\s*[-*]\s/u;
const SENTENCE_REACH = 12;
const MIN_SURE_TYPO = 7;

function previous({ words, at }: Occurrence): Word | undefined {
  return words[at - 1];
}

function next({ words, at, count }: Occurrence): Word | undefined {
  return words[at + count];
}

function gapBefore(occurrence: Occurrence): string {
  const [before, word] = [previous(occurrence), occurrence.words[occurrence.at]];
  return before === undefined || word === undefined
    ? '\n'
    : occurrence.text.slice(before.end, Math.min(word.start, before.end + 8));
}

function gapAfter(occurrence: Occurrence): string {
  const [last, after] = [occurrence.words[occurrence.at + occurrence.count - 1], next(occurrence)];
  return last === undefined || after === undefined
    ? '\n'
    : occurrence.text.slice(last.end, Math.min(after.start, last.end + 8));
}

function hasKind(occurrence: Occurrence): boolean {
  const after = next(occurrence);
  const before = previous(occurrence);
  if (after !== undefined && KINDS.has(after.key) && /^[\s"'’”)-]{1,3}$/u.test(gapAfter(occurrence))) return true;
  // "the plan Team", "plan: team", "Tarif Team"
  return before !== undefined && KINDS.has(before.key) && /^[\s"'“„:(-]{1,3}$/u.test(gapBefore(occurrence));
}

/** "each Team seat", "12 Team seats" */
function isSeatOf(occurrence: Occurrence): boolean {
  return /^(?:seat|licen[cs]e)s?$/.test(next(occurrence)?.key ?? '') && isWrittenLarge(occurrence);
}

/** Written large where the language writes ordinary words small. */
function isWrittenLarge(occurrence: Occurrence): boolean {
  const { text, words, at } = occurrence;
  const word = words[at];
  if (word === undefined || !/^\p{Lu}/u.test(text.slice(word.start, word.start + 2))) return false;
  return !SENTENCE_END.test(gapBefore(occurrence)) && !isShouting(text, words, at);
}

/** Where the words around begin with capitals as well, capitals say nothing. */
function isShouting(text: string, words: readonly Word[], at: number): boolean {
  const around = words.slice(Math.max(0, at - 4), at + 5).filter(({ key }) => /^\p{L}{2,}/u.test(key));
  const large = around.filter(({ start }) => /\p{Lu}/u.test(text.charAt(start))).length;
  return around.length >= 4 && large / around.length > 0.7;
}

/** Whether plans or prices are talked about in the same sentence, a dozen words around. */
function isPlanTalk({ text, words, at, count }: Occurrence): boolean {
  const before = words.slice(Math.max(0, at - SENTENCE_REACH), at + 1).reverse();
  const after = words.slice(at + count - 1, at + count + SENTENCE_REACH);
  return talksOfPlans(text, before) || talksOfPlans(text, after);
}

/** The words from the name away, forwards or backwards, up to the end of the sentence. */
function talksOfPlans(text: string, path: readonly Word[]): boolean {
  for (const [step, word] of path.entries()) {
    const last = path[step - 1];
    if (last === undefined) continue;
    const from = Math.min(last.end, word.end);
    if (SENTENCE_END.test(text.slice(from, Math.min(Math.max(last.start, word.start), from + 8)))) return false;
    if (PLAN_TALK.has(word.key)) return true;
  }
  return false;
}

function standsLikeName(occurrence: Occurrence): boolean {
  const before = previous(occurrence);
  const after = next(occurrence);
  const opens = before === undefined || SENTENCE_END.test(gapBefore(occurrence)) || gapBefore(occurrence).includes(',');
  const closes = after === undefined || /[.,;:!?\n)]/.test(gapAfter(occurrence));
  return (opens || BEFORE_NAME.has(before.key)) && (closes || AFTER_NAME.has(after.key));
}

/**
 * The rule for names that are ordinary words (every plan, and words like "Outreach"): a capital inside a sentence that is
 * not written in capitals throughout, or a word like "plan" or "tier" beside it, or, in a sentence about plans or prices, a
 * place where only a name can stand ("how much is team?"). Behind "our", "my", "this" only the first two count, and there
 * only the word beside it.
 */
export function isMeantAsName(occurrence: Occurrence): boolean {
  const { text, words, at, count, name } = occurrence;
  if (!name.isOrdinary)
    return name.key.length > 2 || name.tail !== '' || isWrittenExactly(text, words, at, count, name);
  return isOrdinaryMeant(occurrence);
}

function isOrdinaryMeant(occurrence: Occurrence): boolean {
  if (hasKind(occurrence) || isSeatOf(occurrence)) return true;
  if (OWNED.has(previous(occurrence)?.key ?? '')) return false;
  if (isWrittenLarge(occurrence) || isAlone(occurrence)) return true;
  return isPlanTalk(occurrence) && standsLikeName(occurrence);
}

function isAlone({ words, count }: Occurrence): boolean {
  return words.length === count;
}

/** Names of one or two letters ("R", "GE") are written as they are. */
function isWrittenExactly(text: string, words: readonly Word[], at: number, count: number, name: Name): boolean {
  return text.slice(words[at]?.start, words[at + count - 1]?.end) === name.written;
}

/** The rule for a name with a typing error: a plan as above; any other name long, or written large. */
export function isMeantMistyped(occurrence: Occurrence): boolean {
  if (occurrence.name.isOrdinary) return isMeantAsName(occurrence);
  return occurrence.name.key.length >= MIN_SURE_TYPO || isWrittenLarge(occurrence);
}
