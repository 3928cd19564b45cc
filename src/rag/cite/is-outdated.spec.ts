import { isOutdatedHeading, readReach } from './is-outdated.js';

const NOW = new Date('2026-06-15T10:00:00Z');

describe('readReach', () => {
  it.each([
    '*Valid until 31 March 2025.*',
    'Prices are valid until 2025-12-31.',
    'This price list applies from January to 30 June 2025.',
    'Gültig bis 31. Dezember 2024',
    'Valable jusqu’au 31 décembre 2025',
    'Superseded by the list of 2026.',
    'This document was replaced by version 4.',
    'These rates are no longer valid from 1 May 2026.',
  ])('says that the whole passage is over: %s', (note) => {
    expect(readReach(note, NOW)).toBe('passage');
  });

  it.each(['The summer price of €49 is valid until 31 August 2025.', 'The helmet voucher was replaced by a discount.'])(
    'keeps to its sentence what speaks of one thing: %s',
    (note) => {
      expect(readReach(note, NOW)).toBe('sentence');
    },
  );

  it.each([
    'Valid until 30 June 2027.',
    'Valid until 15 June 2026.',
    'Valid from 1 January 2026.',
    'A quote is valid for 30 days.',
    'Broken boats will be replaced by new ones.',
    'These rates are no longer valid from 1 January 2027.',
    'Orders placed until 14:00 leave on the same day.',
    'You can return it until 31 January of the next year.',
  ])('is silent about %s', (note) => {
    expect(readReach(note, NOW)).toBeNull();
  });
});

describe('isOutdatedHeading', () => {
  it.each([
    'Price list 2024',
    'Kayak rates 2023/2024',
    'Preisliste 2025',
    'OLD_prices',
    'Fees (archived)',
    'Tarifs 2022',
  ])('knows that %s is over', (heading) => {
    expect(isOutdatedHeading(heading, NOW)).toBe(true);
  });

  it.each([
    'Price list 2026',
    'Rates 2025/2026',
    'Prices 2027',
    'Founded in 1998',
    'Annual report 2023',
    'Old boats',
    'Prices',
  ])('lets %s stand', (heading) => {
    expect(isOutdatedHeading(heading, NOW)).toBe(false);
  });
});
