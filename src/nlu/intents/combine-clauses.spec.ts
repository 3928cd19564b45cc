import { combineClauses, type CombinationRules, type Distribution } from './combine-clauses.js';

type Label = 'price' | 'demo' | 'thanks' | 'stop' | 'none';
const rules: CombinationRules<Label> = { courtesies: new Set<Label>(['thanks']), outOfScope: 'none', lastWord: 'stop' };
const says = (given: Partial<Record<Label, number>>): Distribution<Label> =>
  new Map((['price', 'demo', 'thanks', 'stop', 'none'] as const).map((label) => [label, given[label] ?? 0]));

describe('combineClauses', () => {
  it('leaves a message of one part as it is, other readings well below the first', () => {
    const combined = combineClauses(says({ price: 0.6, demo: 0.4 }), [], rules);
    expect(combined.slice(0, 2)).toEqual([
      { intent: 'price', probability: 0.6 },
      { intent: 'demo', probability: 0.16000000000000003 },
    ]);
  });

  it('keeps each request of a message of several parts', () => {
    const combined = combineClauses(
      says({ price: 0.6, demo: 0.3 }),
      [says({ price: 0.9 }), says({ demo: 0.8 }), says({ none: 0.9 })],
      rules,
    );
    expect(combined.map(({ intent }) => intent).slice(0, 2)).toEqual(['price', 'demo']);
    expect(combined[1]?.probability).toBeGreaterThan(0.5);
  });

  it('puts no courtesy before the request it wraps', () => {
    const combined = combineClauses(
      says({ thanks: 0.7, price: 0.2 }),
      [says({ thanks: 0.95 }), says({ price: 0.6 })],
      rules,
    );
    expect(combined[0]?.intent).toBe('price');
  });

  it('lets thanks be thanks where nothing is asked', () => {
    expect(combineClauses(says({ thanks: 0.8 }), [says({ thanks: 0.9 }), says({ none: 0.9 })], rules)[0]).toEqual({
      intent: 'thanks',
      probability: 0.8,
    });
  });

  it('lets the last word be the last word', () => {
    const parts = [says({ price: 0.9 }), says({ stop: 0.7 })];
    expect(combineClauses(says({ price: 0.8, stop: 0.1 }), parts, rules)[0]?.intent).toBe('stop');
  });
});
