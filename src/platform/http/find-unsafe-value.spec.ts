import fc from 'fast-check';
import { findUnsafeValues, MAX_DEPTH, MAX_FAULTS, MAX_FIELDS } from './find-unsafe-value.js';

const found = (json: string) => findUnsafeValues(JSON.parse(json)).map(({ pointer, code }) => [pointer, code]);

describe('findUnsafeValues', () => {
  it('names the field that holds NUL', () => {
    expect(found('{"a":{"b":["ok","x\\u0000y"]}}')).toEqual([['/a/b/1', 'nul_character']]);
  });

  it('names the field that holds half a surrogate pair, and accepts whole pairs', () => {
    expect(found('{"a":"\\ud83d","b":"\\ud83d\\ude00"}')).toEqual([['/a', 'lone_surrogate']]);
  });

  it('finds both in keys too, and does not repeat them', () => {
    expect(found('{"x\\u0000":1,"\\udc00":{"c":1}}')).toEqual([
      ['/x\ufffd', 'nul_character'],
      ['/\ufffd', 'lone_surrogate'],
    ]);
  });

  it('refuses names that reach for a prototype, and only those', () => {
    expect(found('{"a":{"__proto__":{"x":1}},"constructor":{"prototype":{}}}')).toEqual([
      ['/constructor', 'forbidden_key'],
      ['/a/__proto__', 'forbidden_key'],
    ]);
    expect(found('{"constructor":"builder","prototype":"mk1"}')).toEqual([]);
  });

  it('accepts the last allowed level and refuses the next, at the place where it starts', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(found(nested(MAX_DEPTH))).toEqual([]);
    expect(found(nested(MAX_DEPTH + 1))).toEqual([['/0'.repeat(MAX_DEPTH), 'too_deep']]);
    expect(found(nested(500_000))).toHaveLength(1);
  });

  it('accepts the last allowed field of an object and refuses the next, at the object', () => {
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1]));
    expect(findUnsafeValues({ a: [fields(MAX_FIELDS)] })).toEqual([]);
    expect(findUnsafeValues({ a: [fields(MAX_FIELDS + 1)] })).toMatchObject([
      { pointer: '/a/0', code: 'too_many_fields' },
    ]);
    expect(findUnsafeValues(fields(80_000))).toMatchObject([{ pointer: '', code: 'too_many_fields' }]);
    expect(findUnsafeValues(Array.from({ length: 10_000 }, () => 'x'))).toEqual([]);
  });

  it('escapes pointers and stops at a hundred faults', () => {
    expect(found('{"a/b~c":"\\u0000"}')).toEqual([['/a~1b~0c', 'nul_character']]);
    expect(findUnsafeValues(Array.from({ length: 5000 }, () => '\0'))).toHaveLength(MAX_FAULTS);
  });

  it('finds nothing in any well-formed value that is not too deep', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, stringUnit: 'grapheme' }), (value) => {
        fc.pre(!/\\u0000|__proto__|constructor/.test(JSON.stringify(value)));
        expect(findUnsafeValues(value)).toEqual([]);
      }),
    );
  });
});
