import { isConversational } from './is-conversational.js';

describe('isConversational', () => {
  it.each([
    'Happy to help with that.',
    'Shall I ask a colleague who can check this?',
    'I will check with a colleague and come back to you.',
    'I cannot promise a discount myself, so I will check with a colleague.',
    'Our documents say nothing about WhatsApp, and I would rather not guess.',
    'Please send me two or three times that suit you.',
    'Hi Ingrid,',
    '',
    '…',
  ])('needs no evidence: "%s"', (sentence) => {
    expect(isConversational(sentence)).toBe(true);
  });

  it.each([
    'WhatsApp works natively.',
    'We support WhatsApp.',
    'Did you know that we support WhatsApp?',
    'Starter comes with the API.',
    'All features are available on all plans.',
    'We never had an outage.',
    'Gartner calls us a leader.',
    'I called you yesterday and left a message.',
    'The contract went out to you this morning.',
    'Your manager agreed to it.',
    'We will waive the fee for you.',
    'Your lead score is high.',
    'You are in our Evaluation stage.',
    'Coca-Cola is a customer.',
    'Refunds are always possible.',
  ])('needs evidence: "%s"', (sentence) => {
    expect(isConversational(sentence)).toBe(false);
  });
});
