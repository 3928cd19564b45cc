import fc from 'fast-check';
import { readPassage, renderRow } from './read-passage.js';

const read = (markdown: string): string[] => readPassage(markdown).map(({ text }) => text);

describe('readPassage', () => {
  it('leaves out headings, rules, code and lines that only announce', () => {
    const text = '# Title\n\nOne fact.\n\n---\n\n```\nconst x = 1;\n```\nThe plans:\n\n- First item\n- Second item';
    expect(read(text)).toEqual(['One fact.', 'First item', 'Second item']);
  });

  it('joins the lines of a paragraph and splits its sentences', () => {
    expect(read('It is open from 9 to 5.\r\nCall us, e.g. by\r\nphone. Version 2.5 is out.')).toEqual([
      'It is open from 9 to 5.',
      'Call us, e.g. by phone.',
      'Version 2.5 is out.',
    ]);
  });

  it('reads a table row as a sentence with the names of its columns', () => {
    const table = '| Plan | Price per seat | SSO | Notes |\n|:--|--:|---|---|\n| **Growth** | $49 | yes | - |';
    expect(read(table)).toEqual(['Growth: price per seat $49, SSO yes.']);
  });

  it('keeps names and cells with commas apart, and leaves out the columns that are not wanted', () => {
    const [sentence] = readPassage('| Plan | Price, yearly | Price, monthly |\n|---|---|---|\n| Growth | $49 | $59 |');
    expect(sentence?.text).toBe('Growth – price, yearly: $49; price, monthly: $59.');
    expect(sentence?.row?.table.subjects).toEqual(['Growth']);
    expect(sentence?.row && renderRow(sentence.row, new Set([2]))).toBe('Growth – price, monthly: $59.');
  });

  it('strips emphasis, links and footnotes but no text', () => {
    expect(read('Use **strong** `code` and [the docs](https://example.com/a) [12].')).toEqual([
      'Use strong code and the docs.',
    ]);
  });

  it('invents no character, whatever the document', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const source = new Set(Array.from(`${text.toLowerCase()}.,:;– `));
        for (const sentence of read(text)) {
          expect(Array.from(sentence.toLowerCase()).filter((character) => !source.has(character))).toEqual([]);
        }
      }),
    );
  });
});
