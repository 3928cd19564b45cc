import { findShadowingNames } from './find-shadowing-names.js';

const found = (json: string, limit = 9) =>
  findShadowingNames(JSON.parse(json), '', limit).map(({ pointer }) => pointer);

describe('findShadowingNames', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf', '__defineGetter__', '__proto__'])(
    'names an own field called %s, whatever its value',
    (name) => {
      for (const value of ['null', '0', '"x"', '[]', '{"a":1}']) {
        expect(found(`{"${name}":${value}}`)).toEqual([`/${name}`]);
      }
    },
  );

  it('looks into objects and lists', () => {
    expect(found('{"a":[{"b":1},{"toString":1}],"prototype":{}}')).toEqual(['/prototype', '/a/1/toString']);
  });

  it('leaves every other name and every text alone', () => {
    expect(found('{"Constructor":"constructor","to_string":["toString"],"":null}')).toEqual([]);
    expect(['toString', 7, null, undefined].flatMap((value) => findShadowingNames(value, '', 9))).toEqual([]);
  });

  it('writes the name of a query parameter with a question mark', () => {
    expect(findShadowingNames({ toString: '1' }, '?', 9)).toMatchObject([
      { pointer: '?toString', code: 'unknown_field' },
    ]);
  });

  it('stops at the limit', () => {
    expect(found('[{"toString":1},{"toString":1},{"toString":1}]', 2)).toHaveLength(2);
  });
});
