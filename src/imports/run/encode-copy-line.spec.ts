import { encodeCopyLine } from './encode-copy-line.js';

describe('encodeCopyLine', () => {
  it('writes nulls, numbers, flags, texts and JSON', () => {
    expect(encodeCopyLine([1, null, true, false, 'a b', { k: 'v' }])).toBe('1\t\\N\tt\tf\ta b\t{"k":"v"}\n');
  });

  it('escapes what would end a cell or a line, and a text that looks like a null', () => {
    expect(encodeCopyLine(['a\tb', 'c\nd\r', '\\N', { k: 'x\\y\n' }])).toBe(
      'a\\tb\tc\\nd\\r\t\\\\N\t{"k":"x\\\\\\\\y\\\\n"}\n',
    );
  });
});
