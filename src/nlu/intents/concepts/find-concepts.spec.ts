import { splitWords } from '../../split-words.js';
import { CONCEPTS, findConcepts } from './find-concepts.js';

const find = (text: string): string[] => findConcepts(splitWords(text)).flat();

describe('findConcepts', () => {
  it('finds words, phrases and openings of words, in the order of the text', () => {
    expect(find('Cheaper')).toEqual(['cheap']);
    expect(find('terms and conditions')).toContain('contract');
    expect(find('indemnification')).toEqual(['contract']);
    expect(find('poem never')).toEqual(['unknown_matter', 'negation']);
  });

  it('does not take half a phrase for the phrase', () => {
    expect(find('sign')).not.toContain('buy');
    expect(find('sign up')).toContain('buy');
  });

  it('writes every entry as texts are compared: folded', () => {
    const entries = Object.values(CONCEPTS).flatMap((list) => list.split(' '));
    const odd = entries.filter((entry) => !/^[a-z0-9]+(?:_[a-z0-9]+)*[_*]?$/.test(entry));
    expect(odd).toEqual([]);
  });
});
