import { blendVectors, weighQuery } from './weigh-query.js';

describe('weighQuery', () => {
  it('weighs the last turn three times the prospect’s turn before it, and our answer’s words lightly', () => {
    const query = weighQuery({
      query: 'and the price?',
      history: [
        { sender: 'prospect', content: 'Something older' },
        { sender: 'prospect', content: 'The enterprise price' },
        { sender: 'agent', content: 'Webhooks' },
      ],
    });
    expect(query.terms).toEqual([
      { term: 'price', weight: 4, asked: true },
      { term: 'enterpris', weight: 1, asked: false },
      { term: 'webhook', weight: 0.2, asked: false },
    ]);
    expect(query.turns.map((turn) => turn.weight)).toEqual([3, 1]);
  });

  it('does not count a turn twice when the history ends with the question itself', () => {
    const history = [{ sender: 'prospect' as const, content: 'price' }];
    expect(weighQuery({ query: 'price', history }).terms).toEqual([{ term: 'price', weight: 3, asked: true }]);
  });

  it('bounds the number of terms', () => {
    const query = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
    expect(weighQuery({ query }).terms).toHaveLength(64);
  });
});

describe('blendVectors', () => {
  it('is a unit vector that leans to the heavier one', () => {
    const [x = 0, y = 0] = blendVectors([Float32Array.of(1, 0), Float32Array.of(0, 1)], [3, 1]);
    expect(x * x + y * y).toBeCloseTo(1);
    expect(x / y).toBeCloseTo(3);
  });

  it('keeps the zero vector', () => {
    expect([...blendVectors([Float32Array.of(0, 0)], [3])]).toEqual([0, 0]);
  });
});
