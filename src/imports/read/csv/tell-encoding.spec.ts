import { EncodingEvidence } from './encoding-evidence.js';
import { guessUtf16, readByteOrderMark, tellEncoding } from './tell-encoding.js';

function tell(bytes: Buffer): string {
  const evidence = new EncodingEvidence();
  evidence.push(bytes);
  return tellEncoding(evidence.finish()).name;
}
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('tellEncoding', () => {
  it.each([
    ['plain ASCII', Buffer.from('id,note'), 'utf-8'],
    ['UTF-8', Buffer.from('Zürich'), 'utf-8'],
    ['more UTF-8 than stray bytes', Buffer.concat([Buffer.from('Zürich, Málaga'), Buffer.from([0xe9])]), 'utf-8'],
    ['German in Latin-1', latin1('1,Jürgen Müller,München\n2,Zoë,Orléans'), 'iso-8859-1'],
    [
      'French in Latin-1',
      latin1('Le client a été très satisfait de la réponse, problème de délai à rappeler'),
      'iso-8859-1',
    ],
    ['Swedish in Latin-1', latin1('Åsa Löfgren,Malmö\nBjörn Åkesson,Göteborg'), 'iso-8859-1'],
    ['dashes and curly quotes', latin1('Side effects \x96 discussed, it\x92s fine'), 'windows-1252'],
    ['one accent in much text', latin1(`${'plain text, '.repeat(5000)}é`), 'iso-8859-1'],
  ])('tells %s', (_, bytes, name) => {
    expect(tell(bytes)).toBe(name);
  });

  it('reads marks, and guesses UTF-16 by the zeros of its ASCII', () => {
    expect(readByteOrderMark(Buffer.from('\ufeffa'))).toEqual({ label: 'utf-8', bomBytes: 3 });
    expect(readByteOrderMark(Buffer.from('a'))).toBeUndefined();
    const text = Buffer.from('id;名前\n1;日本語の名前\n2;漢字漢字\n', 'utf16le');
    expect(guessUtf16(text)).toBe('utf-16le');
    expect(guessUtf16(Buffer.from(text).swap16())).toBe('utf-16be');
    expect(guessUtf16(Buffer.from('id,note\n1,\0\n'))).toBeUndefined();
    expect(guessUtf16(Buffer.alloc(100))).toBeUndefined();
  });
});
