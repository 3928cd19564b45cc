import { chooseApology } from './choose-apology.js';
import { PHRASES } from './sales-phrases.js';

describe('chooseApology', () => {
  it.each([
    ['The export keeps failing and nobody answers!!!', PHRASES.apologyNoReply],
    ['I have not heard from you since Monday', PHRASES.apologyNoReply],
    ['This is the third time that the seal is gone', PHRASES.apologyRepeated],
    ['You charged us for a pump we sent back', PHRASES.apologyBilling],
    ['The crowns haven’t arrived', PHRASES.apologyDelay],
    ['The pump we hired is leaking', PHRASES.apologyFault],
    ['The gate does not work', PHRASES.apologyFault],
    ['This is ridiculous', PHRASES.apology],
  ])('names what went wrong in: %s', (message, expected) => {
    expect(chooseApology(message)).toBe(expected);
  });

  it('reads a very long message in time that grows with its length only', () => {
    const long = 'not '.repeat(25_000);
    expect(chooseApology(long)).toBe(PHRASES.apology);
  });
});
