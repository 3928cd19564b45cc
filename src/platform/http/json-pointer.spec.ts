import { childPointer, clipPointer } from './json-pointer.js';

describe('clipPointer', () => {
  it('stops at a text that stands for an object', () => {
    expect(clipPointer('/message/content', { message: '' })).toBe('/message');
  });

  it('keeps a pointer to a field that is missing from an object', () => {
    expect(clipPointer('/message/content', { message: {} })).toBe('/message/content');
    expect(clipPointer('/message', {})).toBe('/message');
  });

  it('follows lists and escaped names', () => {
    expect(clipPointer('/a/1/b~1c/d', { a: [0, { 'b/c': 'text' }] })).toBe('/a/1/b~1c');
  });
});

describe('childPointer', () => {
  it('escapes the characters that have a meaning in pointers (RFC 6901 §3)', () => {
    expect(childPointer('/a', 'b/c~d')).toBe('/a/b~1c~0d');
  });
});
