import { isInternal, isInternalLine } from './is-internal.js';

describe('isInternal', () => {
  it.each([
    'Internal note: we go down to 80 EUR.',
    'Internal note (sales): the floor is 80 EUR.',
    'Confidential: the supplier charges us 40 EUR.',
    'The floor is 80 EUR, do not share with clients.',
    'This price must not be shown to customers.',
    'Our margin is 40 %.',
    'Note to staff: round up.',
    'Nur intern: Einkaufspreis 40 €.',
    'Prix plancher 80 €, ne pas communiquer.',
    'Uso interno: 40 €.',
    'TODO Ben: check the price',
    'The price of €80 is not approved yet.',
  ])('knows what is not for customers: %s', (sentence) => {
    expect(isInternal(sentence)).toBe(true);
  });

  it.each([
    'The internal memory holds 50 GB.',
    'Internal frames cost €20.',
    'We do not share your data with advertisers.',
    'We treat your data as confidential.',
    'Confidential shredding costs €20.',
    'We never share your address with other clients.',
    'Staff: 12 technicians',
    'Private customers pay in advance.',
    'Staff training: two hours are included.',
    'Interne Festplatten kosten 40 €.',
  ])('leaves what customers may know: %s', (sentence) => {
    expect(isInternal(sentence)).toBe(false);
  });

  it('takes a labelled line as a whole', () => {
    expect(isInternalLine('Internal note (staff): lowest price 80 EUR. We buy at 40 EUR.')).toBe(true);
    expect(isInternalLine('We buy at 40 EUR, do not tell customers.')).toBe(false);
  });
});
