import { type Intent, type IntentScore } from '../message-analysis.js';
import { type Word } from '../split-words.js';

/** A message of at most this many words may lean on what was said before. */
const MAX_FOLLOW_UP_WORDS = 10;
/** How much of the earlier certainty a follow-up inherits. */
const INHERITED_SHARE = 0.8;
/** Below this a short message does not stand on its own feet; one that begins like a follow-up must stand firmly. */
const CLEAR = 0.5;
const FIRM = 0.85;
const COURTESIES: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'small_talk', 'out_of_scope']);
/** Who refuses, or chases an answer, means just that. */
const FINAL: ReadonlySet<Intent> = new Set(['opt_out', 'not_interested']);
const OPENINGS: ReadonlySet<string> = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'en',
  'ok',
  'okay',
  'then',
  'instead',
  'or',
]);
const ASKS_ON: ReadonlySet<string> = new Set([
  'for',
  'about',
  'what',
  'how',
  'if',
  'instead',
  'which',
  'per',
  'on',
  'in',
]);

function leansBack(words: readonly Word[]): boolean {
  const [first, second] = words;
  if (first === undefined) return false;
  return OPENINGS.has(first.key) || (first.key === 'what' && second?.key === 'about');
}

/**
 * "And for 200 seats?" says little by itself: a short message that is not clear alone inherits the business intents of the
 * prospect's previous message.
 */
export function carryOverIntents(
  own: readonly IntentScore[],
  words: readonly Word[],
  previous: readonly IntentScore[],
): readonly IntentScore[] {
  const [top] = own;
  const [before] = previous.filter(({ intent }) => !COURTESIES.has(intent));
  if (top === undefined || before === undefined || before !== previous[0]) return own;
  if (words.length === 0 || words.length > MAX_FOLLOW_UP_WORDS || FINAL.has(top.intent)) return own;
  if (!isOpen(top, words)) return own;
  const inherited = before.probability * INHERITED_SHARE;
  const rest = own
    .filter(({ intent }) => intent !== before.intent)
    .map(({ intent, probability }) => ({ intent, probability: Math.min(probability, inherited) * (1 - inherited) }));
  return [{ intent: before.intent, probability: inherited }, ...rest];
}

function isOpen({ intent, probability }: IntentScore, words: readonly Word[]): boolean {
  if (leansBack(words) && words.some(({ key }) => ASKS_ON.has(key))) return intent !== 'thanks';
  if (intent === 'out_of_scope') return true;
  if (COURTESIES.has(intent)) return false;
  return probability < (leansBack(words) ? FIRM : CLEAR);
}
