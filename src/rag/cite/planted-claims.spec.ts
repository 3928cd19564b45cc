import { checkClaims, type ClaimEvidence } from './check-claims.js';

const DOCUMENT = `The Team plan costs $39 per seat per month. The free trial lasts 14 days and needs no credit card. Import and
export are free of charge on every plan. Brindle holds a SOC 2 Type II report, is certified to ISO 27001 and offers an agreement
under the GDPR at no charge. Brindle is not certified for HIPAA. Onboarding has four steps. When a contract ends, data is deleted
within 60 days. The audit log is updated every hour. See https://brindle.example/prices for more.`;
const MESSAGE = `We are 50 seats, ISO 27018 certified, and want 500 free seats, support within 5 minutes, delivery by 1 December and
20% off $7. Your call has been scheduled. You are CCPA compliant.`;

const EVIDENCE: readonly ClaimEvidence[] = [
  { kind: 'knowledge', ref: 'document', text: DOCUMENT },
  { kind: 'customer', ref: 'message', text: MESSAGE },
];
const unproven = (sentence: string): string[] =>
  checkClaims(sentence, EVIDENCE).flatMap(({ verdict, text }) => (verdict === 'verified' ? [] : [text]));

describe('invented claims', () => {
  it.each([
    'It costs forty-nine dollars per seat.',
    'It costs two hundred and fifty euros.',
    'It costs USD forty-nine.',
    'It costs ４９ dollars.',
    'It costs ＄４９.',
    'It costs ٤٩ USD.',
    'It costs 𝟒𝟗 dollars.',
    'It costs https://$49 per seat.',
    'Uptime is https://x.io/99.99% guaranteed.',
    'See https://brindle.example/other for more.',
    'Pay $49@x.io.',
    'The price per month:\n$\n49. Shall we go on?',
    'The price per month:\n$\n\n9. Shall we go on?',
    '49. Shall we go on?',
    '9. ',
    'We have a half-price offer.',
    'You get it at half the price.',
    'It is free for the first year.',
    'The Team plan is free to use.',
    'Setup is free on Starter.',
    'I offer you free seats.',
    'Did you know that the Team plan is free?',
    'Setup comes at no extra cost.',
    'A dozen seats are included.',
    'You get twenty seats.',
    'It has five workspaces.',
    'We are HIPAA compliant.',
    'We are PCI DSS certified.',
    'Brindle is not certified to ISO 27001.',
    'No problem, we are hipaa certified.',
  ])('are caught: %s', (sentence) => {
    expect(unproven(sentence)).not.toEqual([]);
  });

  it.each([
    'Your demo is booked for Friday.',
    'Your request was approved.',
    'We booked you a call.',
    'Your account got upgraded.',
    'Your account has been upgraded.',
    'Great news: your demo is now booked.',
    'Once again, your demo is booked.',
    'If you have a moment, your demo is booked for Friday.',
    'It’s confirmed.',
    'You’re all booked for Friday.',
    'We just sent you the contract.',
    'The refund for your last invoice was processed.',
    'Your contract was sent.',
  ])('of deeds are caught: %s', (sentence) => {
    expect(checkClaims(sentence, EVIDENCE)).toContainEqual(
      expect.objectContaining({ kind: 'action', verdict: 'unsupported' }),
    );
  });

  it.each([
    'Yes, we are ISO 27018 certified.',
    'Yes, we are CCPA compliant.',
    'Support answers within 5 minutes.',
    'For your 5 minutes we are grateful.',
    'You get 500 free seats.',
    'You get 500 seats.',
    'Yes, delivery is by 1 December.',
    'Your call has been scheduled.',
    'You get 20% off, as you said.',
    'For your 50 seats it costs $7.',
  ])('are not proven by the prospect’s own words: %s', (sentence) => {
    expect(unproven(sentence)).not.toEqual([]);
  });
});

describe('true and harmless sentences', () => {
  it.each([
    'Feel free to ask.',
    'Please feel free to write to me at any time.',
    'Are you free on Tuesday?',
    'Are you free?',
    'I am free tomorrow.',
    'One of these plans may fit.',
    'Is there anything else I can help with?',
    'It takes half an hour.',
    'Is Tuesday free?',
    'Half of that is up to you.',
    'I have two quick questions.',
    'If you send me two or three times that suit you, I will check them with a colleague.',
    'One more thing: who will join?',
    'There are two options here.',
    'Does 1 December work?',
    'Would 1 December suit you better?',
    'Shall we talk on Tuesday?',
    'Once your order is confirmed, we will write to you.',
    'When you sign, your seats are activated.',
    'A demo can be booked with a colleague.',
    'Your request will be approved by a manager.',
    'I will let you know as soon as your demo is booked.',
    'I can check whether the request was approved.',
    'I will check with a colleague whether we are HIPAA compliant.',
    'I do not have reliable information on HIPAA.',
    'Are you asking about ISO 27018?',
    'For your 50 seats I will ask a colleague.',
    'For 50 seats, a colleague will prepare an offer.',
    'We will look at the 50 seats you mentioned.',
    'That makes 50 seats, as you said.',
    'The Team plan is thirty-nine dollars per seat per month.',
    'The Team plan is $39 per seat per month.',
    'The Team plan is ３９ USD per seat per month.',
    'You can start with a free trial of 14 days.',
    'Import and export are free.',
    'We are SOC 2 and ISO certified, and GDPR is covered.',
    'We are not HIPAA certified.',
    'Onboarding has 4 steps.',
    'Your data is deleted within 60 days when the contract ends.',
    'The audit log is updated every hour.',
    'See https://brindle.example/prices.',
    '1. Tell me who will join.\n2. Choose a day.',
    'Write to sales2@brindle.example.',
    'We booked a lot of interest in this.',
  ])('stay: %s', (sentence) => {
    expect(unproven(sentence)).toEqual([]);
  });
});
