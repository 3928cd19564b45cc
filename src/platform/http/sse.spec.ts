import fc from 'fast-check';
import { encodeEvent } from './sse.js';

describe('encodeEvent', () => {
  it('writes one frame that reads back as it was, whatever the data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const frame = encodeEvent({ event: 'end', data });
        expect(frame.indexOf('\n\n')).toBe(frame.length - 2);
        const [event, payload] = frame.trimEnd().split('\n');
        expect(event).toBe('event: end');
        expect(JSON.stringify(JSON.parse(payload?.slice('data: '.length) ?? ''))).toBe(JSON.stringify(data));
      }),
    );
  });

  it('does not let a name begin another line', () => {
    expect(encodeEvent({ event: 'a\r\ndata: x', data: 1 })).toBe('event: adata: x\ndata: 1\n\n');
  });
});
