import fc from 'fast-check';
import { splitSentences } from './split-sentences.js';

const sentencesOf = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('ends a sentence at its mark, not at a decimal point or an abbreviation', () => {
    expect(sentencesOf('It costs $1.50, e.g. for calls. Is that all? Yes!')).toEqual([
      'It costs $1.50, e.g. for calls.',
      'Is that all?',
      'Yes!',
    ]);
  });

  it('takes list items and table rows one by one, without markers and rules', () => {
    expect(sentencesOf('Included:\n- mail\n2. chat\n\n| Plan | Price |\n|---|---|\n| Team | $39 |')).toEqual([
      'Included:',
      'mail',
      'chat',
      '| Plan | Price |',
      '| Team | $39 |',
    ]);
  });

  it('joins prose that runs on in the next line', () => {
    expect(sentencesOf('One sentence\nin two lines. Another.')).toEqual(['One sentence\nin two lines.', 'Another.']);
  });

  it('keeps order, never overlaps and never returns white space', () => {
    const piece = fc.constantFrom('word ', '. ', '! ', '\n', '\n\n', '- ', '| a | b |\n', '12.5 ', 'e.g. ', '🦊', '。');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});
