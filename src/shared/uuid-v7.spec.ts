import { isUuid, uuidV7 } from './uuid-v7.js';

describe('uuidV7', () => {
  it('carries its time in the first 48 bits, and version and variant where RFC 9562 wants them', () => {
    const id = uuidV7(Date.UTC(2100, 0, 1));
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2100, 0, 1));
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
  });

  it('ascends within a millisecond, across counters that overflow, and when the clock goes back', () => {
    const ids = Array.from({ length: 10_000 }, () => uuidV7(Date.UTC(2101, 0, 1)));
    ids.push(uuidV7(Date.UTC(2000, 0, 1)));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never repeats its random part', () => {
    const tails = Array.from({ length: 20_000 }, () => uuidV7().slice(19));
    expect(new Set(tails).size).toBe(tails.length);
  });
});

describe('isUuid', () => {
  it('knows a UUID from other texts', () => {
    expect(isUuid(uuidV7())).toBe(true);
    for (const text of ['', 'nonsense', `${uuidV7()}0`, ` ${uuidV7()}`]) expect(isUuid(text)).toBe(false);
  });
});
