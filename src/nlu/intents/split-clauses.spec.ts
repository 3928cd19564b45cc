import { splitClauses } from './split-clauses.js';

describe('splitClauses', () => {
  it('splits sentences, and one that asks for two things', () => {
    expect(splitClauses('Hi Anna! How much does it cost, and could you show me a demo? Thanks')).toEqual([
      'Hi Anna!',
      'How much does it cost',
      'could you show me a demo?',
      'Thanks',
    ]);
    expect(splitClauses('What does it cost and how long does it take?')).toEqual([
      'What does it cost',
      'how long does it take?',
    ]);
  });

  it('keeps lists and short phrases together', () => {
    expect(splitClauses('We need reports, tags and dashboards')).toEqual(['We need reports, tags and dashboards']);
    expect(splitClauses('ok, and 60?')).toEqual(['ok, and 60?']);
  });

  it('stops at twelve', () => {
    expect(splitClauses('Is it so? '.repeat(400))).toHaveLength(12);
  });
});
