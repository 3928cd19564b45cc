import { cleanDocumentText } from './clean-document-text.js';

describe('cleanDocumentText', () => {
  it('drops the byte order mark and NUL, makes line ends one, and replaces what has no UTF-8 form', () => {
    expect(cleanDocumentText('\uFEFFa\r\nb\rc\0d\uD800e🦊')).toBe('a\nb\ncd\uFFFDe🦊');
  });
});
