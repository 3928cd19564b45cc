import { isSound, readCalculation } from '../../shared/calculation.js';
import { listNumbers } from './list-numbers.js';

const MARKERS = /\s?\[\d{1,3}\]/g;

/** A sentence without what it works out, where that is right and for a number somebody wrote. */
export interface PlainSentence {
  text: string;
  /** What came out: shown to readers, and in no document. */
  results: string[];
}

/**
 * Takes a written-out calculation off a sentence when its steps are right and its number stands in `written`, so that what is
 * left can be held against documents. A wrong calculation stays where it is, unsupported.
 */
export function dropSoundCalculation(sentence: string, written: string): PlainSentence {
  const calculation = readCalculation(sentence.replaceAll(MARKERS, ''));
  const isRight = calculation !== undefined && isSound(calculation) && names(written, calculation.count);
  if (!isRight) return { text: sentence, results: [] };
  const markers = sentence.match(MARKERS)?.join('') ?? '';
  return {
    text: calculation.statement.replace(/(\.?\s*)$/, (end) => `${markers}${end}`),
    results: calculation.equations.map(({ resultText }) => resultText),
  };
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function names(written: string, count: number): boolean {
  const word = WORDS[count];
  return listNumbers(written).includes(String(count)) || (word !== undefined && written.toLowerCase().includes(word));
}
