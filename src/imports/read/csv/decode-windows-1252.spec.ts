import { decodeWindows1252 } from './decode-windows-1252.js';

describe('decodeWindows1252', () => {
  it('knows the signs that Latin-1 lacks, and leaves the rest as Latin-1 has it', () => {
    const bytes = Buffer.from([0x41, 0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0x9c, 0x9f, 0xe9, 0xff, 0x81]);
    expect(decodeWindows1252(bytes)).toBe('A€‘’“”–—™œŸéÿ\u0081');
  });
});
