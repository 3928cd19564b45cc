import { checkGrounding } from './check-grounding.js';

describe('checkGrounding', () => {
  it('is the share of the statement’s content words that the evidence has', () => {
    expect(checkGrounding('We are keeping backups for 35 days [1].', ['We keep backups 35 days.'])).toEqual({
      score: 1,
      unsupported: [],
    });
    expect(checkGrounding('Backups are stored on Mars.', ['We store backups 35 days.']).unsupported).toEqual(['mar']);
  });

  it('has no score for a statement without content words', () => {
    expect(checkGrounding('It is what it is.', [])).toEqual({ score: null, unsupported: [] });
  });
});
