import fc from 'fast-check';
import { readCursorInstant } from './read-cursor-instant.js';

describe('readCursorInstant', () => {
  it('reads every instant a list writes', () => {
    const instants = fc.date({
      min: new Date('2000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(readCursorInstant(instant.toISOString())).toEqual(instant);
      }),
    );
  });

  it.each([
    -8_640_000_000_000_000,
    1_763_600_000_000,
    undefined,
    '',
    '2026',
    '2026-11-20',
    '2026-11-20T09:00:00Z',
    '2026-11-20T09:00:00.000+01:00',
    '2026-02-30T09:00:00.000Z',
    '2026-13-01T09:00:00.000Z',
    '1999-12-31T23:59:59.999Z',
    '-271821-04-20T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
  ])('does not take %j', (part) => {
    expect(readCursorInstant(part)).toBeUndefined();
  });
});
