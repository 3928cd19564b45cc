import { tellDialect } from './tell-dialect.js';

describe('tellDialect', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['a\tb, c\n1\t2, 3\n', '\t'],
    ['a|b\n1|x;y\n2|z\n', '|'],
    ['"a;b",c\n"1;2",3\n', ','],
    ['date;amount\n2020-01-01 10:00;1,5\n', ';'],
    ['name\nDoe, Jane\nBob\nAnn\nRoe, Richard\n', null],
    ['Report\nid,note\n1,a\n2,b\n', ','],
    ['a,b,c\n1,2\n1,2,3,4\n', ','],
    ['a', null],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(tellDialect(text, true).delimiter).toBe(delimiter);
  });

  it('does not count what the end of a sample cut off', () => {
    expect(tellDialect('a;b\n1;2\n3;4,5,6,7', false).delimiter).toBe(';');
  });

  it('counts line ends outside quotes only', () => {
    expect(tellDialect('a,b\r1,"x\ny\nz"\r', true).lineEnd).toBe('CR');
    expect(tellDialect('a,b\r\n1,"x\ny\nz\nw"\r\n', true).lineEnd).toBe('CRLF');
    expect(tellDialect('a,b', true).lineEnd).toBe('LF');
  });

  it('takes a sep= line for what it says, and out of the text', () => {
    expect(tellDialect('sep=|\na|b,c,d\n', true)).toMatchObject({ delimiter: '|', separatorLineChars: 6 });
    expect(tellDialect('"sep=;"\r\na;b\r\n', true)).toMatchObject({ delimiter: ';', separatorLineChars: 9 });
  });

  it('takes an apostrophe for a quote only where it works as one', () => {
    expect(tellDialect("'a','b'\n'1','2'\n", true)).toMatchObject({ quote: "'", quoted: true });
    expect(tellDialect("a,b\n'tis,1\n'twas,2\n'til,3\n", true)).toMatchObject({ quote: '"', quoted: false });
  });
});
