import { findContradiction } from './find-contradiction.js';

describe('findContradiction', () => {
  it('flags a report of harm that is marked as positive', () => {
    expect(findContradiction('Adverse Event Report', 'Positive')).toEqual({
      code: 'contradictory_values',
      column: 'sentiment',
      value: 'Adverse Event Report: Positive',
    });
    expect(findContradiction('adverse-reaction', 'very positive')).toBeDefined();
  });

  it.each([
    ['Adverse Event Report', 'Neutral'],
    ['Adverse Event Report', 'Negative'],
    ['Adverse Event Report', ''],
    ['Side Effects Discussion', 'Positive'],
    ['Adverse weather', 'Positive'],
  ])('leaves %s, %s as it is', (topic, sentiment) => {
    expect(findContradiction(topic, sentiment)).toBeUndefined();
  });
});
