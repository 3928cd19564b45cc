import { judgeAnswerable } from './judge-answerable.js';

const asked = (...terms: string[]) => terms.map((term) => ({ term, weight: 3, asked: true }));

const hits = (...passages: number[][]) => passages.map((indexes) => indexes.map((index) => [index, 0.5] as const));

describe('judgeAnswerable', () => {
  it('is certain when one passage has every term', () => {
    expect(judgeAnswerable(asked('price', 'seat'), [1, 1], hits([0, 1]))).toEqual({ score: 1, verdict: 'answerable' });
  });

  it('rates terms spread over passages lower than together in one', () => {
    const spread = judgeAnswerable(asked('price', 'seat'), [1, 1], hits([0], [1]));
    expect(spread.score).toBeLessThan(0.8);
    expect(spread.verdict).toBe('answerable');
  });

  it('lets rare terms decide', () => {
    expect(judgeAnswerable(asked('volcano', 'plan'), [6, 1], hits([1])).verdict).toBe('unanswerable');
  });

  it('says partial between the thresholds', () => {
    expect(judgeAnswerable(asked('a', 'b', 'c'), [1, 1, 1], hits([0])).verdict).toBe('partial');
  });

  it('judges a follow-up without words of its own by the turn before it', () => {
    const terms = [{ term: 'price', weight: 1, asked: false }];
    expect(judgeAnswerable(terms, [1], hits([0])).verdict).toBe('answerable');
  });

  it('rates a passage that is about the question higher than one that mentions it', () => {
    const mentioned = judgeAnswerable(asked('price'), [1], [[[0, 0.1]]]);
    const about = judgeAnswerable(asked('price'), [1], [[[0, 0.6]]]);
    expect(about.score).toBeGreaterThan(mentioned.score);
  });

  it('scores 0 without passages or without words', () => {
    expect(judgeAnswerable(asked('price'), [1], [])).toEqual({ score: 0, verdict: 'unanswerable' });
    expect(judgeAnswerable([], [], hits([]))).toEqual({ score: 0, verdict: 'unanswerable' });
  });
});
