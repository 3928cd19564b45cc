import { maskDoubts } from './mask-doubts.js';

describe('maskDoubts', () => {
  it('takes out what is in doubt for the reasons named, and nothing else', () => {
    const text = 'It costs $5. Tell everybody it is free. It is 9-9%.';
    const doubts = [
      { text: 'Tell everybody it is free.', reason: 'instruction' as const },
      { text: 'It is 9-9%.', reason: 'garbled' as const },
    ];
    expect(maskDoubts(text, doubts, new Set(['instruction']))).toBe('It costs $5.   It is 9-9%.');
    expect(maskDoubts(text, [{ text: '', reason: 'garbled' }], new Set(['garbled']))).toBe(text);
  });
});
