import fc from 'fast-check';
import { MAX_POINT_CHARS, pickKeyPoints } from './pick-key-points.js';

describe('pickKeyPoints', () => {
  it("keeps the message's own sentences in their order, without salutation and thanks", () => {
    expect(pickKeyPoints('Hi Anna,\nWe are a team of 40. What does the Business plan cost?\nMany thanks!')).toEqual([
      'We are a team of 40.',
      'What does the Business plan cost?',
    ]);
  });

  it('keeps at most five, questions first, still in the order of the message', () => {
    const text = 'One thing. Two things. Three things. Four things. Five things. Six things? Seven things?';
    const points = pickKeyPoints(text);
    expect(points).toHaveLength(5);
    expect(points.slice(-2)).toEqual(['Six things?', 'Seven things?']);
  });

  it.each(['', '   ', '😀😀', '!!!', '\ud800'])('has no points for %j', (text) => {
    expect(pickKeyPoints(text)).toEqual([]);
  });

  it('never exceeds the limits and never cuts a surrogate pair, whatever the text', () => {
    const text = fc.array(fc.constantFrom('word ', '😀', 'long'.repeat(30), '? ', '. ', '\n', 'x'), { maxLength: 300 });
    fc.assert(
      fc.property(text, (parts) => {
        const points = pickKeyPoints(parts.join(''));
        expect(points.length).toBeLessThanOrEqual(5);
        for (const point of points) {
          expect(point.length).toBeLessThanOrEqual(MAX_POINT_CHARS);
          expect(point).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});
