import { parseDataset } from './read-dataset.js';
import { listTurns } from './list-turns.js';

const turnsOf = (golden: object) => parseDataset(JSON.stringify(golden), 'golden.jsonl').flatMap(listTurns);
const expectation = { intent: 'pricing_inquiry' };

describe('listTurns', () => {
  it('makes one turn of a single message, by the id of its case', () => {
    expect(turnsOf({ id: 'price', split: 'dev', message: 'How much?', expect: expectation })).toEqual([
      { id: 'price', split: 'dev', message: 'How much?', expect: expectation },
    ]);
  });

  it('numbers the turns of a conversation and judges none without expectations', () => {
    const turns = [{ message: 'Hi.' }, { message: 'How much?', expect: expectation }];
    expect(turnsOf({ id: 'price', split: 'heldout', turns })).toEqual([
      { id: 'price#1', split: 'heldout', message: 'Hi.', expect: {} },
      { id: 'price#2', split: 'heldout', message: 'How much?', expect: expectation },
    ]);
  });
});
