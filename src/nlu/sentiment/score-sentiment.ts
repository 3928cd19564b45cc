import { findAll } from '../../shared/find-all.js';
import { type Sentiment } from '../message-analysis.js';
import { type Word } from '../split-words.js';
import { findPhrase } from './sentiment-phrases.js';
import { BOOSTERS, NEGATIONS, SIGNS, TURNS, valenceOf } from './sentiment-words.js';

/** How far back a negation or a booster reaches, in words. */
const REACH = 3;
/** A denied feeling is weaker than its opposite: "not good" is less than "bad". */
const NEGATION_FACTOR = -0.7;
const BEFORE_TURN = 0.5;
const AFTER_TURN = 1.4;
const CAPITALS_FACTOR = 1.3;
const MAX_WORDS = 3_000;
const MAX_SIGNS = 5;
const MAX_EXCLAMATIONS = 3;
/** Softness of the squash to -1..1: one good word gives about 0.45. */
const SOFTNESS = 15;
/** Within this distance from 0 a message is called neutral. */
const NEUTRAL_BAND = 0.1;

/** What the negations and boosters right before word `at` make of its feeling. */
function factorBefore(text: string, words: readonly Word[], at: number): number {
  let factor = 1;
  let next = words[at];
  for (let back = at - 1; back >= Math.max(0, at - REACH) && next !== undefined; back -= 1) {
    const earlier = words[back];
    // What stands in another sentence or clause neither denies nor boosts.
    if (earlier === undefined || /[,.!?;\n]/.test(text.slice(earlier.end, Math.min(next.start, earlier.end + 8))))
      break;
    if (TURNS.has(earlier.key)) break;
    factor *= factorOf(earlier);
    next = earlier;
  }
  return factor;
}

function factorOf(word: Word): number {
  if (NEGATIONS.has(word.key)) return NEGATION_FACTOR;
  return BOOSTERS.get(word.key) ?? 1;
}

function isShouted(text: string, word: Word): boolean {
  return word.end - word.start > 2 && /^\p{Lu}+$/u.test(text.slice(word.start, Math.min(word.end, word.start + 20)));
}

function signsOf(text: string): number {
  return SIGNS.reduce((sum, [pattern, value]) => {
    const count = Math.min(MAX_SIGNS, findAll(text, pattern).length);
    return sum + count * value;
  }, 0);
}

/** Feeling by the word it stands at; a phrase counts once, in place of its words. */
function listFeelings(text: string, words: readonly Word[]): { at: number; valence: number }[] {
  const capitalsTell = /\p{Ll}/u.test(text.slice(0, 2_000));
  const feelings: { at: number; valence: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const phrase = findPhrase(words, at);
    const valence = phrase?.valence ?? valenceOf(word.key);
    if (valence !== 0) {
      const loudness = capitalsTell && isShouted(text, word) ? CAPITALS_FACTOR : 1;
      feelings.push({ at, valence: valence * factorBefore(text, words, at) * loudness });
    }
    at += (phrase?.count ?? 1) - 1;
  }
  return feelings;
}

/**
 * The feeling of a message, -1..1, from a word list with negation, boosters and a shift after "but". The squash
 * x / sqrt(x² + 15) is the one of VADER (Hutto and Gilbert, 2014); the words and weights are our own.
 */
export function scoreSentiment(text: string, words: readonly Word[]): Sentiment {
  const judged = words.slice(0, MAX_WORDS);
  const turn = judged.findLastIndex((word) => TURNS.has(word.key));
  let sum = 0;
  for (const { at, valence } of listFeelings(text, judged)) {
    const weight = turn <= 0 ? 1 : at < turn ? BEFORE_TURN : AFTER_TURN;
    sum += valence * weight;
  }
  sum += signsOf(text.slice(0, 20_000));
  const exclamations = Math.min(MAX_EXCLAMATIONS, (text.slice(0, 2_000).match(/!/g) ?? []).length);
  sum += Math.sign(sum) * 0.3 * exclamations;
  const score = Number((sum / Math.sqrt(sum * sum + SOFTNESS)).toFixed(3));
  if (Math.abs(score) < NEUTRAL_BAND) return { label: 'neutral', score: score === 0 ? 0 : score };
  return { label: score > 0 ? 'positive' : 'negative', score };
}
