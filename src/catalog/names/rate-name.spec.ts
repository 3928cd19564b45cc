import { foldName } from './fold-name.js';
import { compareWords, MIN_SIMILARITY, rateName } from './rate-name.js';

const rate = (asked: string, name: string, known = ''): number =>
  rateName(foldName(asked), foldName(name), new Set(foldName(known)));

describe('rateName', () => {
  it.each([
    ['clasic tshrit', 'Classic T-Shirt'],
    ['t-shirt classic', "Men's Classic T-Shirt"],
    ['leather bomber jaket', 'Vintage Leather Bomber Jacket'],
    ['womens denim jacket', 'Denim Jacket'],
  ])('finds %j near %j', (asked, name) => {
    expect(rate(asked, name)).toBeGreaterThanOrEqual(MIN_SIMILARITY);
  });

  it.each([
    ['purple unicorn hoodie', 'Zip Hoodie'],
    ['in', 'Linen Shirt'],
    ['denim coat', 'Boat Neck Top'],
    ['501 jeans', '505 Jeans Slim'],
  ])('finds %j far from %j', (asked, name) => {
    expect(rate(asked, name)).toBeLessThan(MIN_SIMILARITY);
  });

  it('forgives no slip in a word that is one', () => {
    expect(rate('skirt', 'Shirt')).toBeGreaterThan(MIN_SIMILARITY);
    expect(rate('skirt', 'Shirt', 'skirt')).toBe(0);
  });

  it('puts the same words first', () => {
    expect(rate('classic shirt', 'Classic Shirt')).toBe(1);
    expect(rate('classic shirt', 'Classic Linen Shirt')).toBeLessThan(1);
  });
});

describe('compareWords', () => {
  it.each([
    ['shirt', 'shrit'],
    ['jacket', 'jaket'],
    ['sweatshirt', 'swaetshrit'],
  ])('forgives the slips of %j and %j', (a, b) => {
    expect(compareWords(a, b)).toBeGreaterThan(0.5);
    expect(compareWords(b, a)).toBe(compareWords(a, b));
  });

  it.each([
    ['cap', 'cup'],
    ['1234', '1235'],
    ['jeans', 'beach'],
  ])('takes %j and %j for two words', (a, b) => {
    expect(compareWords(a, b)).toBe(0);
  });
});
