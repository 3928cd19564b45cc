import { type Sentiment } from '../message-analysis.js';
import { type Word } from '../split-words.js';
import { BOOSTERS, NEGATIONS, SIGNS, TURNS, VALENCE } from './sentiment-words.js';

/** How far back a negation or a booster reaches, in words. */
const REACH = 3;
/** A denied feeling is weaker than its opposite: "not good" is less than "bad". */
const NEGATION_FACTOR = -0.7;
const BEFORE_TURN = 0.5;
const AFTER_TURN = 1.4;
const MAX_WORDS = 3_000;
const MAX_SIGNS = 5;
/** Softness of the squash to -1..1: one good word gives about 0.45. */
const SOFTNESS = 15;
/** Within this distance from 0 a message is called neutral. */
const NEUTRAL_BAND = 0.2;

/** Valence of the word at `at`, after the negations and boosters right before it. */
function valenceAt(text: string, words: readonly Word[], at: number): number {
  const word = words[at];
  const valence = word === undefined ? 0 : (VALENCE.get(word.key) ?? 0);
  if (word === undefined || valence === 0) return 0;
  let factor = 1;
  let next = word;
  for (const earlier of words.slice(Math.max(0, at - REACH), at).reverse()) {
    // What stands in another sentence or clause neither denies nor boosts.
    if (/[,.!?;]/.test(text.slice(earlier.end, Math.min(next.start, earlier.end + 8)))) break;
    factor *= factorOf(earlier);
    next = earlier;
  }
  return valence * factor;
}

function factorOf(word: Word): number {
  if (NEGATIONS.has(word.key)) return NEGATION_FACTOR;
  return BOOSTERS.get(word.key) ?? 1;
}

function signsOf(text: string): number {
  return SIGNS.reduce((sum, [pattern, value]) => {
    const count = Math.min(MAX_SIGNS, [...text.matchAll(pattern)].length);
    return sum + count * value;
  }, 0);
}

/**
 * The feeling of a message, -1..1, from a word list with negation, boosters and a shift after "but". The squash
 * x / sqrt(x² + 15) is the one of VADER (Hutto and Gilbert, 2014); the words and weights are our own.
 */
export function scoreSentiment(text: string, words: readonly Word[]): Sentiment {
  const judged = words.slice(0, MAX_WORDS);
  const turn = judged.findLastIndex((word) => TURNS.has(word.key));
  let sum = 0;
  for (const at of judged.keys()) {
    const valence = valenceAt(text, judged, at);
    if (valence === 0) continue;
    const weight = turn <= 0 ? 1 : at < turn ? BEFORE_TURN : AFTER_TURN;
    sum += valence * weight;
  }
  sum += signsOf(text.slice(0, 20_000));
  if (sum !== 0 && /!/.test(text.slice(0, 2_000))) sum += Math.sign(sum) * 0.3;
  const score = Number((sum / Math.sqrt(sum * sum + SOFTNESS)).toFixed(3));
  if (Math.abs(score) < NEUTRAL_BAND) return { label: 'neutral', score };
  return { label: score > 0 ? 'positive' : 'negative', score };
}
