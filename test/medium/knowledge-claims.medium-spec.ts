import { join } from 'node:path';
import { checkClaims } from '../../src/rag/cite/check-claims.js';
import { findContradictions } from '../../src/rag/cite/find-contradictions.js';
import { isGarbled } from '../../src/rag/cite/find-garbled-figures.js';
import { isInstruction } from '../../src/rag/cite/is-instruction.js';
import { listPassages, listSentences, plantFalse, plantTrue, type PlantedSentence } from './knowledge-claims.js';

const FOLDER = join(import.meta.dirname, '../../knowledge-base');

const isBlocked = ({ sentence, evidence }: PlantedSentence): boolean =>
  checkClaims(sentence, evidence).some(({ verdict }) => verdict !== 'verified');

describe('claims over the knowledge base', () => {
  it('lets at least 98 of 100 true sentences pass', () => {
    const planted = plantTrue(FOLDER);
    expect(planted.length).toBeGreaterThanOrEqual(300);
    const blocked = planted.filter(isBlocked);
    expect(blocked.length / planted.length).toBeLessThanOrEqual(0.02);
  });

  it('catches at least 98 of 100 sentences with one changed fact', () => {
    const planted = plantFalse(FOLDER);
    expect(planted.length).toBeGreaterThanOrEqual(400);
    const missed = planted.filter((sentence) => !isBlocked(sentence));
    expect(missed.length / planted.length).toBeLessThanOrEqual(0.02);
  });

  it('finds neither contradictions nor garbled figures nor instructions where there are none', () => {
    const passages = listPassages(FOLDER).map(({ ref, text }) => {
      const [heading = '', ...rest] = text.split('\n');
      return { chunkId: ref, title: ref.split('#')[0] ?? '', heading, text: rest.join('\n') };
    });
    expect(findContradictions(passages)).toEqual([]);
    const sentences = listSentences(listPassages(FOLDER)).map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => isGarbled(sentence) || isInstruction(sentence))).toEqual([]);
  });
});
