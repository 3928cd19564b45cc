import { findInventedContact } from './find-invented-contact.js';

const RECORD = 'Email Drug Efficacy\nCall Prescription Guidelines';

describe('findInventedContact', () => {
  it.each([
    'Thank you for our meeting last week.',
    'As discussed, we are looking into it.',
    'You told us that delivery was late.',
    'You kindly asked about prices.',
    'I look forward to seeing you on Tuesday.',
    'It was good when we met.',
    'Your order is on its way.',
    'We will call you tomorrow.',
    'Vielen Dank für unser Treffen.',
    'Wie besprochen melden wir uns.',
    'Merci pour notre rendez-vous.',
    'Como acordamos, le escribimos.',
  ])('hears in “%s” what the record does not have', (sentence) => {
    expect(findInventedContact(sentence, RECORD)).toBeDefined();
  });

  it.each([
    'We were in contact by e-mail on 4 October 2019 about “Your order”.',
    'Would you like a meeting?',
    'Please tell us if anything about it was not as it should have been.',
    'A colleague will be glad to help.',
    'Please tell us how we may reach you, because a colleague would like to take care of this in person.',
    'If you asked for something else, please tell us.',
  ])('lets “%s” stand', (sentence) => {
    expect(findInventedContact(sentence, RECORD)).toBeUndefined();
  });

  it('lets a meeting be spoken of that is on record', () => {
    expect(findInventedContact('Thank you for our meeting.', 'Meeting Prices')).toBeUndefined();
  });
});
