import fc from 'fast-check';
import { KNOWN_CHANNELS } from './known-spellings.js';
import { foldSpelling, SpellingUnifier } from './spelling-unifier.js';

function unify(values: readonly string[], sources = {}): string[] {
  const unifier = new SpellingUnifier(sources);
  for (const value of values) unifier.add(value);
  return values.map((value) => unifier.canonical(value));
}

describe('SpellingUnifier', () => {
  it('writes every spelling of a channel as the known one and keeps channels nobody knows', () => {
    expect(unify(['EMAIL', 'e-mail', 'Email ', 'E Mail', 'Bird', 'Boat'], { known: KNOWN_CHANNELS })).toEqual([
      'Email',
      'Email',
      'Email',
      'Email',
      'Bird',
      'Boat',
    ]);
  });

  it('takes the spelling used most where none is known, and of equals the one written like a name', () => {
    expect(unify(['side effects', 'Side Effects', 'Side-Effects', 'Side Effects'])).toEqual(
      Array.from({ length: 4 }, () => 'Side Effects'),
    );
    expect(unify(['PIGEON', 'pigeon', 'Pigeon'])).toEqual(['Pigeon', 'Pigeon', 'Pigeon']);
  });

  it('prefers what is stored already', () => {
    expect(unify(['Email', 'Email', 'e-mail'], { stored: ['E-Mail'], known: KNOWN_CHANNELS })).toEqual([
      'E-Mail',
      'E-Mail',
      'E-Mail',
    ]);
  });

  it('says what it respelled', () => {
    const unifier = new SpellingUnifier({ known: KNOWN_CHANNELS });
    for (const value of ['EMAIL', 'EMAIL', 'Email', 'call']) unifier.add(value);
    expect(unifier.respelled()).toEqual([
      { from: 'EMAIL', to: 'Email', count: 2 },
      { from: 'call', to: 'Call', count: 1 },
    ]);
  });

  it('leaves values apart that differ in more than spelling', () => {
    const apart = ['1-2', '12', 'A+', 'A', 'A-', 'B-', 'B', 'b', 'Gold', 'Gold-', 'Gold+', 'C#', 'C', '24.7', '247'];
    expect(new Set(apart.map(foldSpelling)).size).toBe(apart.length);
  });

  it('gives the same answers in whatever order the rows come, and takes its own answers as they are', () => {
    const word = fc.constantFrom('Email', 'EMAIL', 'e-mail', ' email', 'Call', 'CALL', 'call', 'Boat', 'boat');
    fc.assert(
      fc.property(fc.array(word), fc.nat(), (values, seed) => {
        const shuffled = values.map((value, index) => [value, (index * 7919 + seed) % 101] as const);
        const other = shuffled.sort((a, b) => a[1] - b[1]).map(([value]) => value);
        const [first, second] = [values, other].map((list) => {
          const unifier = new SpellingUnifier();
          for (const value of list) unifier.add(value);
          return unifier;
        });
        for (const value of values) {
          const canonical = first?.canonical(value) ?? '';
          expect(second?.canonical(value)).toBe(canonical);
          expect(first?.canonical(canonical)).toBe(canonical);
        }
      }),
    );
  });
});
