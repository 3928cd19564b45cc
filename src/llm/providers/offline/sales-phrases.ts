import { type Intent } from '../../../nlu/index.js';

/** Wordings of one thing to say; which one is taken depends on the message. */
export type Variants = readonly [string, ...string[]];

/**
 * All wordings of the offline model. Two rules hold for each of them: no figure and no fact (those come from passages
 * only), and nothing is said to have been done (no tool row backs it).
 */
export interface IntentPhrases {
  /** Before the evidence. */
  opening: Variants;
  /** Behind the evidence: a question or an offer that moves things on. */
  nextStep: Variants;
  /** Without evidence: the one thing that would help to answer. */
  question: Variants;
}

const GENERAL: IntentPhrases = {
  opening: ['Thanks for your question.', 'Good question.', 'Thank you for asking.', 'Happy to help with that.'],
  nextStep: [
    'Does that answer your question, or shall I go into more detail?',
    'Is there a part of this you would like to look at more closely?',
    'Let me know if you would like more detail on any of this.',
  ],
  question: [
    'Could you tell me a little more about what you want to achieve?',
    'What exactly would you need it to do for you?',
    'Could you describe the situation you have in mind?',
  ],
};

const SEATS: Variants = [
  'Which plan are you looking at, and for roughly how many people?',
  'How many people would use it, and which plan do you have in mind?',
];

const BY_INTENT: Partial<Record<Intent, Partial<IntentPhrases>>> = {
  pricing_inquiry: {
    opening: [
      'Thanks for asking about pricing.',
      'Happy to walk you through the pricing.',
      'Here is how our pricing works.',
    ],
    nextStep: [
      'If you tell me how many people would use it and how you would like to be billed, I can ask a colleague for an exact quote.',
      'Would you like me to ask a colleague for a written quote for your team?',
      'Shall we go through together which plan fits your team best?',
    ],
    question: SEATS,
  },
  discount_request: {
    opening: [
      'Thanks for being open about your budget.',
      'I understand that the price has to work for you.',
      'Thanks for raising this.',
    ],
    nextStep: [
      'I cannot promise a discount myself, so I will check with my colleague what is possible. Which team size and term should we calculate with?',
      'A discount is not mine to decide; a colleague has to, and I will check with them. Which team size and term do you have in mind?',
    ],
    question: SEATS,
  },
  price_objection: {
    opening: [
      'I understand, the budget has to make sense.',
      'That is a fair point, and I appreciate that you say it openly.',
    ],
    nextStep: [
      'Which part of the offer matters most to you? Then we can see whether a smaller plan would do.',
      'What would you need to see for the investment to pay off for you?',
    ],
    question: ['What are you comparing the price with, and what would you need to see for it to pay off?'],
  },
  objection: {
    opening: ['That is a fair concern.', 'Thanks for telling me, that helps.', 'I understand your hesitation.'],
    nextStep: [
      'What would have to be different for this to work for you?',
      'Does that address your concern, or is there more behind it?',
    ],
    question: ['What is the main thing that holds you back?'],
  },
  competitor_comparison: {
    opening: [
      'Comparing makes sense. This is what our documentation says.',
      'I would rather not judge other vendors myself, so here is what our documentation says.',
    ],
    nextStep: [
      'Which criteria matter most in your comparison?',
      'If you share the points you are comparing, I will answer them one by one as far as our documentation goes.',
    ],
    question: ['Which criteria matter most in your comparison?'],
  },
  feature_inquiry: {
    nextStep: [
      'Would you like to see this in a short demo?',
      'What would you use it for? Then I can point you to the part that fits.',
      'Shall I look up anything else about this?',
    ],
    question: ['Which task would you like to solve with it?', 'What should it do for your team in practice?'],
  },
  technical_inquiry: {
    opening: ['Thanks for the technical question.', 'Good technical question.', 'Happy to go into the technical side.'],
    nextStep: [
      'If you need more depth, I can bring a technical colleague into the conversation.',
      'Which systems would it have to work with on your side?',
    ],
    question: [
      'Which system or interface would it have to work with?',
      'Could you tell me more about your technical set-up?',
    ],
  },
  security_compliance: {
    opening: ['Security is the right thing to ask about.', 'Thanks for asking about security and compliance.'],
    nextStep: [
      'If your security team has a questionnaire, send it over and I will bring in a colleague for the answers.',
      'Is there a particular requirement your security team has to tick off?',
    ],
    question: [
      'Which standard or requirement do you have to meet?',
      'Which requirement does your security team ask about?',
    ],
  },
  timing_inquiry: {
    opening: ['Thanks for asking about timing.', 'Good that you are planning ahead.'],
    nextStep: ['By when would you like to be up and running?', 'Is there a date you have to meet?'],
    question: ['Is there a date you have to meet?'],
  },
  decision_process: {
    opening: ['Thanks for letting me know how you decide.', 'That helps me to see how you decide.'],
    nextStep: [
      'Who else should be part of the conversation, and what would help them most?',
      'What would you need from me to take this to the others involved?',
    ],
    question: ['Who else is involved in the decision, and what do they need to see?'],
  },
  demo_request: {
    opening: ['Glad you would like to see it live.', 'A demo is a good idea.', 'I would be happy to arrange a demo.'],
    nextStep: [
      'If you send me two or three times that suit you, I will check them with a colleague and come back to you.',
      'Which days suit you, and who will join? I will check with my colleague and confirm a time with you.',
    ],
    question: ['Which part would you like to see, and which days suit you? I will check them with a colleague.'],
  },
  trial_request: {
    opening: ['Trying it yourself is a good way to decide.', 'Glad you would like to try it.'],
    nextStep: [
      'I will check with my colleague what a trial could look like for you. What would you like to test first?',
      'What would you like to find out in a trial? I will check with a colleague how to set it up.',
    ],
    question: ['What would you like to test first? I will check with a colleague how we can make it possible.'],
  },
  onboarding_inquiry: {
    opening: ['Thanks for asking how to get started.', 'Good that you are thinking about the start already.'],
    nextStep: [
      'How many people would start with it, and from which tool would you come?',
      'When would you like to begin?',
    ],
    question: ['Which tool would you come from, and how many people would start?'],
  },
  follow_up: {
    opening: ['Thanks for getting back to me.', 'Thank you for following up.'],
    nextStep: [
      'I will check with a colleague where this stands and come back to you.',
      'Let me check with a colleague where this stands; I will come back to you.',
    ],
    question: ['Which point from before should I pick up?', 'Could you remind me which point is still open for you?'],
  },
  renewal_inquiry: {
    opening: ['Thanks for asking about your renewal.', 'Good that you bring up the renewal early.'],
    nextStep: ['A colleague can confirm the terms of your own contract; shall I bring them in?'],
    question: [
      'What would you like to change for the next term? A colleague can confirm the details of your contract.',
    ],
  },
  contract_legal: {
    opening: ['Thanks for the question about the contract.', 'Happy to help with the contract side.'],
    nextStep: ['For binding wording I will check with a colleague. Which clause is most important to you?'],
    question: ['Which clause is it about? For binding wording I will check with a colleague.'],
  },
  support_issue: {
    opening: ['I am sorry that you have run into trouble.', 'Sorry to hear that this is not working for you.'],
    nextStep: ['Does this help? If not, I will ask a colleague from support to look at it with you.'],
    question: ['What exactly happens, and since when? I will ask a colleague from support to look at it with you.'],
  },
  buying_signal: {
    opening: ['That is great to hear.', 'I am glad this fits.'],
    nextStep: [
      'I will put this to a colleague who can prepare the paperwork. Which start date suits you, and who will sign?',
      'A colleague can prepare the paperwork; I will pass this on. When would you like to start?',
    ],
    question: ['Which plan, how many people and which start date should I put to my colleague?'],
  },
};

/** The wordings for an intent; what it does not word itself comes from the general ones. */
export function phrasesFor(intent: Intent): IntentPhrases {
  return { ...GENERAL, ...BY_INTENT[intent] };
}

export const PHRASES = {
  salutation: ['Hi {name},', 'Hello {name},', 'Dear {name},'],
  apology: ['I am sorry this has been frustrating.', 'I am sorry for the trouble.'],
  noEvidence: [
    'I do not have reliable information on that, and I would rather not guess.',
    'Our documentation does not tell me that, and I do not want to guess.',
    'I could not find a dependable answer to that in our documentation.',
  ],
  lookupFailed: ['I cannot look that up at the moment, and I would rather not guess.'],
  offerPerson: [
    'If you prefer, a colleague can answer it directly.',
    'I can also bring in a colleague who knows for sure.',
  ],
  offTopic: ['That is outside what I can help with here.', 'I am afraid that is not something I can help with.'],
  offTopicOffer: ['If you have a question about our product, its plans or getting started, I am glad to help.'],
  partial: [
    'On {questions} I do not have reliable information; a colleague can answer that.',
    'As for {questions}, our documentation gives me nothing dependable, so I would check it with a colleague.',
  ],
  contradicted: [
    'Our documents do not agree on this point, so I would rather confirm it with a colleague than give you a wrong figure.',
    'I find different figures for this in our documents. A colleague has to confirm which one holds before I quote it.',
  ],
  garbled: [
    'The figure in our documentation is not readable, so I would rather confirm it with a colleague than guess.',
    'Our documentation has no usable figure at this point; a colleague can confirm it.',
  ],
  person: [
    'Of course. I will pass this on to a colleague. When can they reach you, and what is it about?',
    'Gladly: I will ask a colleague to take over. What is it about, and when is a good time for you?',
  ],
  talk: ['Happy to arrange a conversation.', 'A call is a good idea.'],
  tellMe: [
    'Please tell me in a sentence what it is about, and I will bring in a colleague who takes care of it.',
    'What is it about? I will bring in a colleague who takes care of it personally.',
  ],
  unknownName: [
    'I found nothing about {names} in our documentation, so I cannot confirm anything there.',
    'About {names} our documentation says nothing that I could find, so please do not rely on it yet.',
  ],
  noSuchName: ['I do not find {names} in our documentation.', 'Our documentation has nothing about {names}.'],
  offeredNames: ['What I do find: {names}.'],
  whichOne: ['Which of these do you have in mind?', 'Is it one of these you mean?'],
  nothingAbout: [
    'I find nothing about {names} in our documentation, and I would rather not guess.',
    'Our documentation says nothing about {names}, and I do not want to guess.',
  ],
  checkName: ['Shall I ask a colleague who can check this?', 'A colleague can check this for you; shall I ask?'],
  confidential: [
    'Internal records, and details about other people, are not something I can share here. A colleague can tell you which data may be handed out.',
    'I cannot share internal notes or details about other people. If you need to know which data may be handed out, a colleague will help you.',
  ],
  instructed: [
    'I cannot confirm that: terms are agreed with a colleague, not in a message like this. I am glad to answer questions about our product and its plans.',
    'That is not something I can do. I am glad to answer questions about our product and its plans; terms are agreed with a colleague.',
  ],
  greeting: [
    'Thanks for getting in touch. What would you like to know? I can help with plans and prices, features, security or getting started.',
    'Good to hear from you. Is there something you would like to know about our product, its plans or how to get started?',
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
