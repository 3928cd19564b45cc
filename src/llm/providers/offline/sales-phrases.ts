/** Wordings of one thing to say; which one is taken depends on the message. */
export type Variants = readonly [string, ...string[]];

/** What a question asks for: how much, which product or service, when, which clause, what it has to fit in with. */
export const ASKED = ['size', 'which', 'date', 'clause', 'system'] as const;
export type Asked = (typeof ASKED)[number];

/** Wordings of a next step by what they ask for; `always` are those that ask for nothing that may be known already. */
export type Steps = { always: Variants } & Partial<Record<Asked, Variants>>;

/** Wordings for one intent, under the rules of `PHRASES`; a step has at most one question and one offer. */
export interface IntentPhrases {
  /** Before the evidence. */
  opening: Variants;
  /** Behind the evidence: a question or an offer that moves things on. */
  nextStep: Steps;
  /** Without evidence: the one thing that moves on all the same. It must not refer to anything said before. */
  question: Steps;
}

/**
 * What the offline model says besides the evidence, whatever its company sells: goods, a service, hire or lab work. No
 * figure and no fact (those come from passages only), and nothing is said to have been done (no tool row backs it).
 * Wordings by intent are in `intent-phrases.ts`.
 */
export const PHRASES = {
  salutation: ['Hi {name},', 'Hello {name},', 'Dear {name},'],
  apology: ['I am sorry that this has caused you trouble.', 'I am sorry for the frustration this has caused.'],
  apologyNoReply: ['I am sorry that you have been left without an answer.', 'I am sorry that nobody got back to you.'],
  apologyRepeated: ['I am sorry that you have had to raise this more than once.'],
  apologyDelay: ['I am sorry about the wait.', 'I am sorry about the delay.'],
  apologyBilling: ['I am sorry about the trouble with the billing.'],
  apologyFault: ['I am sorry that this is not working as it should.', 'I am sorry that you have run into this fault.'],
  takeOver: [
    'I will hand this to a colleague, who can take it from here.',
    'I will bring in a colleague to look after this personally.',
    'I will ask a colleague to take this over from me.',
  ],
  noEvidence: [
    'I do not have reliable information on that, and I would rather not guess.',
    'Our documents do not tell me that, and I would rather not guess.',
    'I could not find a dependable answer to that in our documents.',
  ],
  lookupFailed: ['I cannot look that up at the moment, and I would rather not guess.'],
  offerPerson: [
    'Shall I ask a colleague who can tell you for certain?',
    'Would you like a colleague to answer it instead?',
  ],
  offTopic: ['That is outside what I can help with here.', 'I am afraid that is not something I can help with.'],
  offTopicOffer: [
    'If you have a question about our offer, I am glad to help.',
    'Is there anything about our offer that I can help with?',
  ],
  partial: [
    'On {questions} I do not have reliable information.',
    'As for {questions}, our documents give me nothing dependable.',
  ],
  contradicted: [
    'Our documents do not agree on this point, so I would rather not quote a figure yet.',
    'I find different figures for this in our documents, so I would rather not quote one yet.',
  ],
  garbled: [
    'The figure in our documents is not readable, so I would rather not quote it.',
    'Our documents have no usable figure at this point, so I would rather not guess.',
  ],
  person: [
    'Of course, I will pass this on to a colleague; when is a good time to reach you?',
    'Gladly, I will ask a colleague to take over; what is it about?',
  ],
  talk: ['A conversation is a good idea.', 'A call is a good idea.', 'Good idea to talk.'],
  tellMe: [
    'Please tell me in a sentence what it is about, and I will bring in a colleague.',
    'What is it about? I will bring in a colleague who looks after it personally.',
  ],
  unknownName: [
    'I found nothing about {names} in our documents, so I cannot confirm anything there.',
    'About {names} our documents say nothing that I could find, so please do not rely on it yet.',
  ],
  noSuchName: ['I do not find {names} in our documents.', 'Our documents have nothing about {names}.'],
  offeredNames: ['What I do find: {names}.'],
  whichOne: ['Which of these do you have in mind?', 'Is it one of these you mean?'],
  nothingAbout: [
    'I find nothing about {names} in our documents, and I would rather not guess.',
    'Our documents say nothing about {names}, and I would rather not guess.',
  ],
  checkName: [
    'Shall I ask a colleague who can check this?',
    'A colleague can check this for you; shall I ask?',
    'Would you like me to ask a colleague to check?',
  ],
  confidential: [
    'Internal records, and details about other people, are not something I can share here.',
    'I cannot share internal notes or details about other people.',
  ],
  instructed: [
    'I cannot confirm that; terms are agreed with a colleague, not in a message like this.',
    'That is not something I can do here; terms are agreed with a colleague.',
  ],
  greeting: [
    'Thanks for getting in touch. What would you like to know?',
    'Good to hear from you. What can I help you with?',
    'Thank you for your message. How can I help?',
  ],
  thanks: [
    'You are welcome. Is there anything else I can help with?',
    'My pleasure. Just write if another question comes up.',
  ],
  smallTalk: [
    'Thanks for asking, all well here. What can I do for you today?',
    'Always nice to chat. What can I help you with today?',
  ],
  optOut: [
    'Understood, and thank you for telling me. I will respect your wish and leave it here.',
    'Thank you for being clear. I respect that and will not press any further.',
  ],
  notInterested: [
    'Understood, thank you for letting me know. I will leave it here; if things change, you can always write to me.',
    'Thank you for the clear answer. I will not press any further. Should it become relevant, I am glad to hear from you.',
  ],
} as const satisfies Record<string, Variants>;
