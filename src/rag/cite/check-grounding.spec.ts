import { checkGrounding } from './check-grounding.js';

describe('checkGrounding', () => {
  it('is the share of the statement’s content words that the evidence has', () => {
    expect(checkGrounding('We are keeping backups for 35 days [1].', ['We keep backups 35 days.'])).toEqual({
      score: 1,
      unsupported: [],
      conflicts: [],
      grounded: true,
    });
    expect(checkGrounding('Backups are stored on Mars.', ['We store backups 35 days.'])).toMatchObject({
      unsupported: ['mar'],
      conflicts: ['mar'],
      grounded: false,
    });
  });

  it.each([
    ['a figure', 'We keep backups for 40 days.'],
    ['a name', 'The backups of Zoho are kept for 35 days.'],
    ['an opposite', 'We decrease storage and keep backups for 35 days.'],
    ['a denial', 'We do not keep backups for 35 days.'],
    ['other matters', 'Volcanoes erupt seldom.'],
  ])('does not hold %s for grounded', (_, sentence) => {
    expect(checkGrounding(sentence, ['We increase storage and keep backups for 35 days.']).grounded).toBe(false);
  });

  it('has no score for a statement without content words', () => {
    expect(checkGrounding('It is what it is.', [])).toMatchObject({ score: null, unsupported: [], grounded: true });
  });
});
