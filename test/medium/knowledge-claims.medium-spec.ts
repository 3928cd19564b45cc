import { join } from 'node:path';
import { checkClaims } from '../../src/rag/cite/check-claims.js';
import { checkGrounding } from '../../src/rag/cite/check-grounding.js';
import { findContradictions } from '../../src/rag/cite/find-contradictions.js';
import { isGarbled } from '../../src/rag/cite/find-garbled-figures.js';
import { isInstruction } from '../../src/rag/cite/is-instruction.js';
import { listPassages, listSentences, plantFalse, plantTrue, type PlantedSentence } from './knowledge-claims.js';

const FOLDER = join(import.meta.dirname, '../../knowledge-base');

const isBlocked = ({ sentence, evidence }: PlantedSentence): boolean =>
  checkClaims(sentence, evidence).some(({ verdict }) => verdict !== 'verified');

describe('claims over all documents of the knowledge base', () => {
  it('lets at least 98 of 100 true sentences pass, and every one that repeats its passage or a row of a table', () => {
    const planted = plantTrue(FOLDER);
    expect(planted.length).toBeGreaterThanOrEqual(2_000);
    const blocked = planted.filter(isBlocked);
    expect(blocked.filter(({ edit }) => edit === 'verbatim').map(({ sentence }) => sentence)).toEqual([]);
    expect(blocked.length / planted.length).toBeLessThanOrEqual(0.02);
  });

  it('catches at least 98 of 100 sentences with one changed fact, and 95 of 100 of each kind of change', () => {
    const planted = plantFalse(FOLDER);
    expect(planted.length).toBeGreaterThanOrEqual(2_500);
    const missed = planted.filter((sentence) => !isBlocked(sentence));
    expect(missed.length / planted.length).toBeLessThanOrEqual(0.02);
    for (const edit of new Set(planted.map((sentence) => sentence.edit))) {
      const share = (list: readonly PlantedSentence[]) => list.filter((sentence) => sentence.edit === edit).length;
      expect({ edit, missed: share(missed) / share(planted) <= 0.05 }).toEqual({ edit, missed: true });
    }
  });

  it('finds every sentence of a passage grounded in it', () => {
    const passages = listPassages(FOLDER);
    const ungrounded = listSentences(passages).filter(
      ({ sentence, passage }) => !checkGrounding(sentence, [passages[passage]?.text ?? '']).grounded,
    );
    expect(ungrounded.map(({ sentence }) => sentence)).toEqual([]);
  });

  it('finds neither contradictions nor garbled figures nor instructions where there are none', () => {
    const passages = listPassages(FOLDER);
    const compared = passages.map(({ ref, title = '', heading, body }) => ({
      chunkId: ref,
      title,
      heading,
      text: body,
    }));
    expect(findContradictions(compared)).toEqual([]);
    const sentences = listSentences(passages).map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => isGarbled(sentence) || isInstruction(sentence))).toEqual([]);
  });
});
