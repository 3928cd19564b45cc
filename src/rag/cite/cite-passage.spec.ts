import fc from 'fast-check';
import { citePassage } from './cite-passage.js';

const passage = (text: string, start = 0) => ({ text, start });

describe('citePassage', () => {
  it('quotes the sentence that supports the statement, at its place in the document', () => {
    const text = 'Trials are free. The Team plan costs $39 per seat. Mail is included.';
    expect(citePassage('Team is $39 per seat [1].', passage(text, 100))).toEqual({
      quote: 'The Team plan costs $39 per seat.',
      start: 117,
      end: 150,
      support: 1,
    });
  });

  it('quotes two neighbours when only both carry the statement', () => {
    const text = 'The trial lasts 14 days. It covers 10 seats. Cards are not needed.';
    expect(citePassage('The trial lasts 14 days and covers 10 seats.', passage(text))?.quote).toBe(
      'The trial lasts 14 days. It covers 10 seats.',
    );
  });

  it('quotes a table row', () => {
    const text = '| Plan | Price |\n|---|---|\n| Team | $39 |\n| Enterprise | $64 |';
    expect(citePassage('Enterprise costs $64.', passage(text))?.quote).toBe('| Enterprise | $64 |');
  });

  it('has nothing to quote in a passage of rules and spaces', () => {
    expect(citePassage('Anything.', passage(' --- '))).toBeNull();
  });

  it('always quotes verbatim', () => {
    const piece = fc.constantFrom('price ', 'seat. ', '14 days! ', '\n', '- ', '| a |\n', '🦊 ', 'e.g. ', '—');
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, fc.string(), (before, body, sentence) => {
        const document = before + body;
        const found = citePassage(sentence, passage(body, before.length));
        if (found !== null) expect(document.slice(found.start, found.end)).toBe(found.quote);
      }),
    );
  });
});
