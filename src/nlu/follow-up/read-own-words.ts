import { stripQuotedText } from '../key-points/strip-quoted-text.js';
import { splitWords } from '../split-words.js';

/** "See below", "can you answer her question?": what is asked stands in what is quoted. */
const POINTS_AT_QUOTE =
  /\b(?:below|underneath|forward(?:ed|ing)?|fwd|thread|(?:his|her|their|\p{Lu}\p{L}+['’]s) (?:question|mail|e-mail|message|request))\b/u;
const MIN_WORDS = 4;

/** The message without the mails it quotes, unless it asks for an answer to those or says nothing itself. */
export function readOwnWords(message: string): string {
  const own = stripQuotedText(message);
  if (own === message || POINTS_AT_QUOTE.test(own)) return message;
  return splitWords(own, MIN_WORDS).length < MIN_WORDS ? message : own;
}
