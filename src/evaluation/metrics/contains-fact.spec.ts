import { containsFact } from './contains-fact.js';

describe('containsFact', () => {
  it('overlooks case, white space, typographic quotes and markers', () => {
    expect(containsFact('The  ENTERPRISE\nplan [1] costs more.', 'enterprise plan costs')).toBe(true);
    expect(containsFact('We don’t offer that.', "don't offer")).toBe(true);
  });

  it.each([
    ['It is $640.', '$64'],
    ['It is $64.50.', '$64'],
    ['It is $3,200.', '200'],
    ['Founded in 1982.', '82'],
    ['An unsecured line.', 'secure'],
  ])('does not find a part of something longer: %s', (text, fact) => {
    expect(containsFact(text, fact)).toBe(false);
  });

  it('finds a fact at the end of a sentence and behind a false start', () => {
    expect(containsFact('Not $640 but $64.', '$64')).toBe(true);
    expect(containsFact('Up to 99.95%, monthly.', '99.95%')).toBe(true);
  });
});
