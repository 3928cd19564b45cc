import { findDoubts } from '../../src/rag/draft/find-doubts.js';
import { doubtOf } from '../../src/llm/providers/offline/doubt-of.js';
import { readPassage } from '../../src/llm/providers/offline/read-passage.js';
import { type Passage } from '../../src/rag/index.js';

const NOW = new Date('2026-11-20T09:00:00Z');

function passage(title: string, text: string): Passage {
  const place = {
    heading: '',
    source: title,
    start: 0,
    end: text.length,
    score: 1,
    ranks: { keyword: 1, vector: null },
  };
  return { chunkId: title, documentId: title, externalId: null, title, text, ...place };
}

const doubtsOf = (...passages: Passage[]) =>
  findDoubts(
    passages.map((one, i) => ({ marker: i + 1, passage: one })),
    NOW,
  );

describe('what is in doubt, as the offline model reads a passage', () => {
  it('touches none of the sentences beside those in doubt', () => {
    const text = [
      '- A map costs 12 €.',
      '- A guide has to book xx hours.',
      '- Confidential: the floor is 9 €.',
      '',
      '| Thing | Price |',
      '|---|---|',
      '| Compass | 19 € |',
      '| Torch | TBD |',
    ].join('\n');
    const doubts = doubtsOf(passage('Shop', text));
    const judged = readPassage(text).map((sentence) => [sentence.text, doubtOf({ ...sentence, marker: 1 }, doubts)]);
    expect(judged).toEqual([
      ['A map costs 12 €.', undefined],
      ['A guide has to book xx hours.', 'garbled'],
      ['Confidential: the floor is 9 €.', 'internal'],
      ['Compass: price 19 €.', undefined],
      ['Torch: price TBD.', 'garbled'],
    ]);
  });
});
