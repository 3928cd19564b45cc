import { judgeAnswerable } from './judge-answerable.js';

const asked = (...terms: string[]) => terms.map((term) => ({ term, weight: 3, asked: true }));

describe('judgeAnswerable', () => {
  it('is certain when one passage has every term', () => {
    expect(judgeAnswerable(asked('price', 'seat'), [1, 1], [[0, 1]])).toEqual({ score: 1, verdict: 'answerable' });
  });

  it('rates terms spread over passages lower than together in one', () => {
    const spread = judgeAnswerable(asked('price', 'seat'), [1, 1], [[0], [1]]);
    expect(spread.score).toBeCloseTo(0.7);
  });

  it('lets rare terms decide', () => {
    expect(judgeAnswerable(asked('volcano', 'plan'), [6, 1], [[1]]).verdict).toBe('unanswerable');
  });

  it('says partial between the thresholds', () => {
    expect(judgeAnswerable(asked('a', 'b', 'c'), [1, 1, 1], [[0]]).verdict).toBe('partial');
  });

  it('judges a follow-up without words of its own by the turn before it', () => {
    const terms = [{ term: 'price', weight: 1, asked: false }];
    expect(judgeAnswerable(terms, [1], [[0]]).verdict).toBe('answerable');
  });

  it('scores 0 without passages or without words', () => {
    expect(judgeAnswerable(asked('price'), [1], [])).toEqual({ score: 0, verdict: 'unanswerable' });
    expect(judgeAnswerable([], [], [[]])).toEqual({ score: 0, verdict: 'unanswerable' });
  });
});
