import { type RetrievalRequest } from '../passage.js';
import { toTerms } from '../text/tokenize-text.js';

/** The last turn says what is asked; the turn before it only what "it" and "there" mean. */
const LAST_TURN_WEIGHT = 3;
const PREVIOUS_TURN_WEIGHT = 1;
/** Our own answer names what "it" may mean as well, among much else. */
const ANSWER_WEIGHT = 0.2;
const MAX_ANSWER_TERMS = 24;
/** A question has a handful; a pasted document must not become a thousand look-ups. */
const MAX_TERMS = 64;
const MAX_TURN_CHARACTERS = 4_000;

export interface WeighedTerm {
  term: string;
  /** Occurrences times the weight of the turn; below 1 for what only our last answer said. */
  weight: number;
  /** Whether the last turn itself has it. */
  asked: boolean;
}

export interface WeighedQuery {
  terms: WeighedTerm[];
  /** Texts for the vector arm with their weights. */
  turns: { text: string; weight: number }[];
}

/**
 * The query of a retrieval: the last turn three times and, where there is a history, the prospect's turn before it once and
 * a few words of our answer to that lightly.
 */
export function weighQuery(request: Pick<RetrievalRequest, 'query' | 'history'>): WeighedQuery {
  const turns = [{ text: request.query.slice(0, MAX_TURN_CHARACTERS), weight: LAST_TURN_WEIGHT }];
  const previous = request.history?.findLast((turn) => turn.sender === 'prospect' && turn.content.trim() !== '');
  if (previous !== undefined && previous.content !== request.query) {
    turns.push({ text: previous.content.slice(0, MAX_TURN_CHARACTERS), weight: PREVIOUS_TURN_WEIGHT });
  }
  const byTerm = new Map<string, WeighedTerm>();
  turns.forEach(({ text, weight }, turn) => {
    for (const term of toTerms(text)) {
      const known = byTerm.get(term);
      if (known !== undefined) known.weight += weight;
      else if (byTerm.size < MAX_TERMS) byTerm.set(term, { term, weight, asked: turn === 0 });
    }
  });
  addAnswerTerms(byTerm, request.history ?? []);
  return { terms: [...byTerm.values()], turns };
}

function addAnswerTerms(byTerm: Map<string, WeighedTerm>, history: NonNullable<RetrievalRequest['history']>): void {
  const answer = history.findLast((turn) => turn.sender === 'agent' && turn.content.trim() !== '');
  const terms = new Set(toTerms(answer?.content.slice(0, MAX_TURN_CHARACTERS) ?? ''));
  for (const term of [...terms].slice(0, MAX_ANSWER_TERMS)) {
    const known = byTerm.get(term);
    if (known !== undefined) known.weight += ANSWER_WEIGHT;
    else if (byTerm.size < MAX_TERMS) byTerm.set(term, { term, weight: ANSWER_WEIGHT, asked: false });
  }
}

/** The weighted mean of unit vectors as a unit vector; the zero vector stays zero. */
export function blendVectors(vectors: readonly Float32Array[], weights: readonly number[]): Float32Array {
  const blended = new Float32Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, turn) => {
    const weight = weights[turn] ?? 0;
    for (let i = 0; i < blended.length; i += 1) blended[i] = (blended[i] ?? 0) + weight * (vector[i] ?? 0);
  });
  const length = Math.sqrt(blended.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? blended : blended.map((value) => value / length);
}
