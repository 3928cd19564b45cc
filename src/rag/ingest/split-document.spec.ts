import fc from 'fast-check';
import { cleanDocumentText } from './clean-document-text.js';
import { splitDocument } from './split-document.js';

describe('splitDocument', () => {
  it('splits by headings and remembers the path to each piece, without the title', () => {
    const { title, chunks } = splitDocument(
      '# Guide\n\nIntro.\n\n## Setup\n\nFirst.\n\n### Mail\n\nSecond.\n\n## Use\n\nThird.',
    );
    expect(title).toBe('Guide');
    expect(chunks.map(({ heading, text }) => [heading, text])).toEqual([
      ['', 'Intro.'],
      ['Setup', 'First.'],
      ['Setup > Mail', 'Second.'],
      ['Use', 'Third.'],
    ]);
  });

  it('takes a hash inside a code fence for code', () => {
    const { title, chunks } = splitDocument('Run:\n\n```\n# not a heading\n```');
    expect(title).toBeNull();
    expect(chunks).toHaveLength(1);
  });

  it('keeps a section that fits in one piece and cuts a long one between sentences', () => {
    const sentence = 'Every plan has a price and every price has a reason behind it. ';
    expect(splitDocument(sentence.repeat(12)).chunks).toHaveLength(1);
    const { chunks } = splitDocument(sentence.repeat(60));
    expect(chunks.length).toBeGreaterThan(3);
    for (const { text } of chunks) {
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(160);
      expect(text.endsWith('it.')).toBe(true);
    }
  });

  it('cuts a text without any space between characters', () => {
    const { chunks } = splitDocument('🦊'.repeat(3_000));
    expect(chunks.map(({ text }) => text).join('')).toBe('🦊'.repeat(3_000));
    for (const { text } of chunks) expect(Buffer.from(text).toString()).toBe(text);
  });

  it('has no piece for an empty document', () => {
    expect(splitDocument('')).toEqual({ title: null, chunks: [] });
    expect(splitDocument('# Only a title\n').chunks).toEqual([]);
  });

  it('puts every word outside headings into exactly one piece, verbatim, at its offsets', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# Head\n',
        '## Sub\n',
        '\n',
        '\n\n',
        '. ',
        '- item\n',
        '| a | b |\n',
        '---\n',
        '🦊',
        'x'.repeat(900),
        '\r\n',
      ),
      fc.integer({ min: 1, max: 80 }).map((count) => 'word '.repeat(count)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const content = cleanDocumentText(pieces.join(''));
        const { chunks } = splitDocument(content);
        let last = 0;
        for (const { start, end, text } of chunks) {
          expect(content.slice(start, end)).toBe(text);
          expect(text.trim()).toBe(text);
          expect(text).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(
            content
              .slice(last, start)
              .replace(/^ {0,3}#{1,6}[ \t].*$/gm, '')
              .trim(),
          ).toBe('');
          last = end;
        }
        expect(
          content
            .slice(last)
            .replace(/^ {0,3}#{1,6}[ \t].*$/gm, '')
            .trim(),
        ).toBe('');
      }),
    );
  });
});
