import fc from 'fast-check';
import { splitWords } from '../split-words.js';
import { scoreSentiment } from './score-sentiment.js';

const score = (text: string): number => scoreSentiment(text, splitWords(text)).score;
const label = (text: string): string => scoreSentiment(text, splitWords(text)).label;

describe('scoreSentiment', () => {
  it.each([
    ['positive', 'I love it, excellent work!'],
    ['positive', 'Thank you, that was very helpful.'],
    ['positive', '👍🎉'],
    ['negative', 'This is terrible and I am very disappointed.'],
    ['negative', 'It is not good.'],
    ['negative', 'The price is great but the product is terribly slow and unreliable.'],
    ['neutral', 'We have fifty seats and use the Business plan.'],
    ['neutral', 'Do you support single sign-on, and is there a free trial?'],
    ['neutral', ''],
    ['neutral', 'We would like a demo. Kind regards'],
    ['neutral', 'Die Entscheidung war im Mai.'],
    ['neutral', 'What is your disaster recovery plan?'],
    ['negative', 'We are still waiting.'],
    ['negative', 'This is the third time I ask.'],
    ['negative', 'Unacceptable.'],
    ['negative', 'I am fed up'],
    ['negative', 'Not happy at all'],
    ['positive', 'We never had a problem with it.'],
    ['positive', 'It exceeded our expectations :)'],
  ])('hears %s in "%s"', (expected, text) => {
    expect(label(text)).toBe(expected);
  });

  it('takes a denied feeling for weaker than its opposite', () => {
    expect(score('not good')).toBeLessThan(0);
    expect(score('not good')).toBeGreaterThan(score('bad') - 0.01);
    expect(score('not bad')).toBeGreaterThan(0);
  });

  it('does not carry a denial into the next clause or sentence', () => {
    expect(score('It is not good, very disappointing')).toBeLessThan(score('It is not good'));
    expect(score('Not today. Great product')).toBe(score('Great product'));
  });

  it('hears capitals and exclamation marks', () => {
    expect(score('That is GREAT')).toBeGreaterThan(score('That is great'));
    expect(score('That is bad!!')).toBeLessThan(score('That is bad!'));
  });

  it('knows a word by its stem', () => {
    expect(score('disappointingly')).toBeLessThan(0);
    expect(score('happier')).toBeGreaterThan(0);
  });

  it('hears boosters', () => {
    expect(score('very happy')).toBeGreaterThan(score('happy'));
    expect(score('slightly happy')).toBeLessThan(score('happy'));
  });

  it('weighs what comes after "but" more', () => {
    expect(score('good but bad')).toBeLessThan(0);
    expect(score('bad but good')).toBeGreaterThan(0);
  });

  it('stays between -1 and 1, whatever the text', () => {
    const words = fc.constantFrom('great', 'awful', 'not', 'very', 'but', '!', '😡', '.', '\ud800');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 200 }), (parts) => {
        expect(Math.abs(score(parts.join(' ')))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
