import { findFigures } from './find-figures.js';
import { isRetold } from './is-retold.js';
import { readSentence } from './read-sentence.js';

const read = (text: string) => readSentence(text, { start: 0, end: text.length }, findFigures(text));
const isTold = (claim: string, statement: string) => isRetold(read(claim), read(statement));

describe('isRetold', () => {
  it('knows a sentence by its words in their order', () => {
    expect(isTold('In short: backups are kept for 35 days.', 'Backups are kept for 35 days.')).toBe(true);
    expect(isTold('The limit is 5 on Solo and 9 on Team.', 'The limit is 5 on Team and 9 on Solo.')).toBe(false);
  });

  it('does not take a denied or a turned statement for the same', () => {
    expect(isTold('Backups are not kept for 35 days.', 'Backups are kept for 35 days.')).toBe(false);
    expect(isTold('Told 7 days after the change.', 'Told 7 days before the change.')).toBe(false);
  });
});
