import { foldName, keyOf } from './fold-name.js';

const key = (text: string): string => keyOf(foldName(text));

describe('foldName', () => {
  it.each([
    ['Classic T-Shirt', 'classic T Shirts'],
    ['Classic T-Shirt', 'T-Shirts, classic'],
    ["Levi's Women's 501 Jeans", 'levis womens 501 jean'],
    ['Piqué Polo', 'pique polos'],
    ['PiquÃ© Polo', 'Piqué Polo'],
    ['V-Neck Dress', 'the v neck dresses'],
    ['Puppies Socks', 'puppy sock'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(key(a)).toBe(key(b));
  });

  it.each([
    ['Shirt', 'Skirt'],
    ['Dress', 'Address'],
    ['501 Jeans', '505 Jeans'],
  ])('tells %j from %j', (a, b) => {
    expect(key(a)).not.toBe(key(b));
  });

  it('finds no word in what says nothing', () => {
    expect(foldName('what is the … of those?')).toEqual([]);
  });
});
