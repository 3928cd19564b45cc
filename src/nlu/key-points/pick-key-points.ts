import { shorten } from '../../shared/text.js';
import { splitWords } from '../split-words.js';
import { splitSentences } from './split-sentences.js';
import { stripQuotedText } from './strip-quoted-text.js';

const MAX_POINTS = 5;
export const MAX_POINT_CHARS = 160;
/** Only the first sentences of a very long message are weighed. */
const MAX_SENTENCES = 200;
/** Salutations, signatures and courtesies: nothing anybody needs to know. */
const COURTESY =
  /^(?:(?:hello|hi|hey|dear|hallo|bonjour|hola|ciao|ola|olá|good (?:morning|afternoon|evening|day)|guten tag)\b[^?]{0,40}|(?:many thanks|thanks|thank you|thx|cheers|best|best regards|kind regards|regards|sincerely|danke|vielen dank|merci|gracias|grazie|obrigado)\b[^?]{0,40}|(?:i )?hope (?:you|this|all)\b.{0,60})$/iu;

function weigh(sentence: string): number {
  const words = splitWords(sentence, 40).length;
  const question = sentence.includes('?') ? 3 : 0;
  const figure = /\d/.test(sentence) ? 1 : 0;
  const statement =
    /\b(?:need|want|must|looking for|budget|deadline|problem|issue|require|cannot|can't|because|but)\b/i.test(sentence)
      ? 1
      : 0;
  return question + figure + statement + Math.min(words, 12) / 12;
}

/** The message's own sentences that matter most, at most five, in the order they were written, shortened. */
export function pickKeyPoints(text: string): string[] {
  const points = splitSentences(stripQuotedText(text), MAX_SENTENCES)
    .filter(
      (sentence) => /[\p{L}\d]/u.test(sentence) && !COURTESY.test(sentence.slice(0, 120).replace(/[.!,\s]+$/u, '')),
    )
    .map((sentence, position) => ({ sentence, position, weight: weigh(sentence.slice(0, 1_000)) }))
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
    .slice(0, MAX_POINTS)
    .sort((a, b) => a.position - b.position)
    .map(({ sentence }) => shorten(sentence.slice(0, 1_000), MAX_POINT_CHARS));
  return [...new Set(points)];
}
