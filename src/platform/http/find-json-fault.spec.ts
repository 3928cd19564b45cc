import fc from 'fast-check';
import { findJsonFault } from './find-json-fault.js';

describe('findJsonFault', () => {
  it.each([
    ['', 0],
    ['{', 1],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['[1,2', 4],
    ['[1,]', 3],
    ['{"a":tru}', 5],
    ['1 2', 2],
    ['{"a":"x\ny"}', 5],
    ['{}]', 2],
    ['[1}', 2],
    ["{'a':1}", 1],
  ])('finds where %j breaks', (text, position) => {
    expect(findJsonFault(text)).toBe(position);
  });

  it('finds nothing in JSON, however it is written', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        expect(findJsonFault(JSON.stringify(JSON.parse(text), undefined, indent))).toBeUndefined();
      }),
    );
  });

  it('agrees with JSON.parse on whether a damaged text is JSON', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', '"', '1', '\\', ' ', '\u0001'),
        (text, seed, patch) => {
          const at = seed % (text.length + 1);
          const damaged = text.slice(0, at) + patch + text.slice(at + 1);
          expect(findJsonFault(damaged) === undefined).toBe(isJson(damaged));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('survives a million opening brackets', () => {
    expect(findJsonFault('['.repeat(1_000_000))).toBe(1_000_000);
  });

  it('survives a string of a million characters', () => {
    expect(findJsonFault(`{"a":"${'x\\n'.repeat(350_000)}"`)).toBeDefined();
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
