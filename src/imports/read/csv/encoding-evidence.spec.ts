import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { EncodingEvidence } from './encoding-evidence.js';

function collect(blocks: readonly Buffer[]): EncodingEvidence {
  const evidence = new EncodingEvidence();
  for (const block of blocks) evidence.push(block);
  return evidence.finish();
}

describe('EncodingEvidence', () => {
  it('counts sequences, and the bytes that belong to none', () => {
    const { sequences, strays, controls } = collect([Buffer.from('aé漢👩'), Buffer.from([0xe9, 0x80, 0x20, 0xc0])]);
    expect({ sequences, strays, controls }).toEqual({ sequences: 3, strays: 3, controls: 1 });
  });

  it('keeps some text around what is beyond ASCII', () => {
    expect(collect([Buffer.from('plain'), Buffer.from('Zürich')]).excerpt.toString()).toBe('Zürich');
  });

  it('finds strays exactly where bytes are no UTF-8, whatever blocks they come in', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)),
      fc.string({ unit: 'binary', maxLength: 20 }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), fc.nat(60), (parts, cut) => {
        const whole = Buffer.concat(parts);
        const told = collect([whole.subarray(0, cut), whole.subarray(cut)]);
        expect(told.strays === 0).toBe(isUtf8(whole));
        expect(told).toMatchObject({ strays: collect([whole]).strays, sequences: collect([whole]).sequences });
      }),
      { numRuns: 1000 },
    );
  });
});
