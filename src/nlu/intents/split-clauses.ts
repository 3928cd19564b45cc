import { findAll } from '../../shared/find-all.js';
import { splitSentences } from '../key-points/split-sentences.js';

const MAX_CLAUSES = 12;
/** Of a very long message the opening is read clause by clause; the rest counts in the whole. */
const MAX_CHARS = 4_000;
/** Where one sentence asks for two things. */
const JOINT =
  /[,;:]\s+(?:and|but|also|plus|or|und|aber|et|mais|y|pero|e|ma|en|maar)\s+|;\s+|\s+[-–—]\s+|\s+(?:and|but) (?:also|can|could|do|does|how|is|what|when|where|which|who|why|would)\s/giu;
const MIN_CLAUSE_CHARS = 8;

/** The parts of a message that may each want something of their own, at most twelve, in their order. */
export function splitClauses(text: string): string[] {
  const clauses: string[] = [];
  for (const sentence of splitSentences(text.slice(0, MAX_CHARS), MAX_CLAUSES)) {
    let start = 0;
    for (const { index, 0: joint } of findAll(sentence, JOINT)) {
      const after = sentence.length - index - joint.length;
      if (index - start < MIN_CLAUSE_CHARS || after < MIN_CLAUSE_CHARS) continue;
      clauses.push(sentence.slice(start, index));
      // A joining word belongs to what follows: "could you" without its "could" would be another question.
      start = index + (/^\s+(?:and|but)\s/iu.exec(joint)?.[0].length ?? joint.length);
    }
    clauses.push(sentence.slice(start));
  }
  return clauses.slice(0, MAX_CLAUSES);
}
