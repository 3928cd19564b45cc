import { type Intent } from '../../../nlu/index.js';
import { type IntentPhrases, PHRASES } from './sales-phrases.js';

const GENERAL: IntentPhrases = {
  opening: ['Thanks for your question.', 'Good question.', 'Thank you for asking.', 'Happy to help with that.'],
  nextStep: {
    always: [
      'Does that answer your question?',
      'Is there a part of this you would like to look at more closely?',
      'Let me know if you would like more detail on any of this.',
    ],
  },
  question: {
    always: [
      'Shall I ask a colleague who can tell you for certain?',
      'Would you like me to ask a colleague about it?',
      'Could you tell me a little more about what you need?',
    ],
  },
};

const BY_INTENT: Partial<Record<Intent, Partial<IntentPhrases>>> = {
  pricing_inquiry: {
    opening: [
      'Thanks for asking about pricing.',
      'Happy to help with prices.',
      'Thank you for asking about the price.',
    ],
    nextStep: {
      always: [
        'Shall I ask a colleague for a written quote?',
        'Would a written quote help you?',
        'Is there another price you would like to know?',
      ],
      size: ['Roughly what quantity do you have in mind?', 'What quantity should a written quote be for?'],
      which: ['Which of these comes closest to what you need?'],
      date: ['From when would you need it?'],
    },
    question: {
      always: ['Shall I ask a colleague for a quote?', 'Would you like a colleague to work out a price for you?'],
      size: ['Roughly what quantity do you need, so that a colleague can work out a price?'],
      which: ['What exactly would you like a price for?'],
    },
  },
  discount_request: {
    opening: ['Thanks for asking.', 'I understand that the price has to work for you.', 'Thanks for raising this.'],
    nextStep: {
      always: [
        'I cannot promise a discount myself, so I will check with a colleague what is possible.',
        'A discount is not mine to decide, so I will check with a colleague.',
      ],
      size: ['I cannot promise a discount myself, so I will check with a colleague; what quantity should I ask about?'],
      date: ['A discount is not mine to decide, so I will check with a colleague; when would you like to start?'],
    },
    question: {
      always: ['Shall I check with a colleague what is possible?', 'Would you like me to check with a colleague?'],
    },
  },
  price_objection: {
    opening: [
      'I understand, the budget has to make sense.',
      'That is a fair point, and I appreciate that you say it openly.',
      'Thanks for being frank about the price.',
    ],
    nextStep: {
      always: [
        'Which part of the offer matters most to you?',
        'What would make it worth the money for you?',
        'Shall I ask a colleague whether a smaller scope would do?',
      ],
      which: ['What are you comparing the price with?'],
    },
    question: {
      always: [
        'What would make it worth the money for you?',
        'Which part of it matters most to you?',
        'Shall I ask a colleague whether a smaller scope would do?',
      ],
      which: ['What are you comparing the price with?'],
    },
  },
  objection: {
    opening: [
      'That is a fair concern.',
      'Thanks for telling me, that helps.',
      'I understand your hesitation.',
      'That is worth talking through.',
    ],
    nextStep: {
      always: [
        'Does that address your concern?',
        'Is there anything else that holds you back?',
        'Would it help to talk this through with a colleague?',
        'How much does this point weigh in your decision?',
      ],
    },
    question: {
      always: [
        'What would you need to see to feel sure?',
        'What would make this easier for you?',
        'Could you tell me a little more about that?',
        'Would it help to talk this through with a colleague?',
      ],
    },
  },
  competitor_comparison: {
    opening: [
      'Comparing makes sense; this is what our documents say.',
      'I would rather not judge others, so here is what our own documents say.',
    ],
    nextStep: {
      always: [
        'Which points matter most in your comparison?',
        'Tell me which points you are comparing, and I will look them up one by one.',
        'What is the deciding point for you?',
      ],
      which: ['Which other offers are you looking at?'],
    },
    question: {
      always: [
        'Which points matter most in your comparison?',
        'What is the deciding point for you?',
        'Shall I ask a colleague to go through the comparison with you?',
      ],
    },
  },
  feature_inquiry: {
    nextStep: {
      always: [
        'What would you use it for?',
        'Shall I look up anything else about this?',
        'Does that cover what you need?',
      ],
    },
    question: {
      always: [
        'What would you need it for?',
        'Shall I ask a colleague who knows for certain?',
        'Would you like a colleague to answer it?',
      ],
    },
  },
  technical_inquiry: {
    opening: [
      'Thanks for the technical question.',
      'Happy to go into the details.',
      'Thanks for asking about the technical side.',
    ],
    nextStep: {
      always: [
        'Would you like a colleague to go into more depth?',
        'Is there another detail you need?',
        'Does that give you the detail you need?',
      ],
      system: ['Is there anything on your side it has to fit in with?'],
    },
    question: {
      always: ['Would you like a technical colleague to answer it?', 'Shall I ask a colleague who knows the details?'],
      system: ['What would it have to fit in with on your side?'],
    },
  },
  security_compliance: {
    opening: ['That is the right thing to ask.', 'Thanks for checking this.', 'Happy to go through this with you.'],
    nextStep: {
      always: [
        'Is there another requirement you have to meet?',
        'Do you need this in writing?',
        'If you have a list of requirements, send it over and I will ask a colleague to go through it.',
      ],
    },
    question: {
      always: [
        'Shall I ask a colleague who can tell you for certain?',
        'Would you like a colleague to answer this in writing?',
        'What do you need it for, so that a colleague can give you a proper answer?',
      ],
    },
  },
  timing_inquiry: {
    opening: ['Thanks for asking about timing.', 'Good that you are planning ahead.'],
    nextStep: {
      always: ['Would that suit you?', 'Shall I ask a colleague to confirm the timing with you?'],
      date: ['By when would you need it?', 'Is there a date you have to meet?'],
    },
    question: {
      always: ['Shall I check with a colleague what is possible?', 'I can ask a colleague to confirm the timing.'],
      date: ['By when would you need it?', 'Is there a date you have to meet?'],
    },
  },
  decision_process: {
    opening: ['Thanks for telling me how you decide.', 'That is good to know.'],
    nextStep: {
      always: [
        'What would the others involved need to see?',
        'Who else should be part of the conversation?',
        'Would it help if a colleague joined the conversation?',
      ],
      date: ['When would you like to decide?'],
    },
    question: {
      always: ['Who else is involved in the decision?', 'What would the others involved need to see?'],
      date: ['When would you like to decide?'],
    },
  },
  demo_request: {
    opening: [
      'Glad you would like to see it for yourself.',
      'Seeing it for yourself is a good way to decide.',
      'A demonstration is a good idea.',
    ],
    nextStep: {
      always: [
        'I will check with a colleague what is possible; is there anything we should prepare?',
        'I will check with a colleague whether that can be arranged.',
      ],
      date: [
        'If you send me two or three times that suit you, I will check them with a colleague.',
        'Which days would suit you? I will check them with a colleague.',
      ],
    },
    question: {
      always: ['Shall I check with a colleague what is possible?', 'What would you most like to see?'],
      date: ['Which days would suit you?'],
    },
  },
  trial_request: {
    opening: [
      'Trying it yourself is a good way to decide.',
      'Glad you would like to try it first.',
      'Trying first makes sense.',
    ],
    nextStep: {
      always: [
        'I will check with a colleague how a trial could look for you.',
        'What matters most to you in a trial? I will check with a colleague what is possible.',
      ],
      date: ['When would you like to try it? I will check with a colleague what is possible.'],
    },
    question: {
      always: ['What matters most to you in a trial?', 'Shall I check with a colleague what is possible?'],
    },
  },
  onboarding_inquiry: {
    opening: ['Thanks for asking how to get started.', 'Good that you are thinking about the start already.'],
    nextStep: {
      always: [
        'Shall I ask a colleague to talk you through the first steps?',
        'Is there anything about the start you would like to know in more detail?',
      ],
      size: ['Would you rather start small or with everything at once?'],
      date: ['When would you like to begin?'],
    },
    question: {
      always: [
        'Shall I ask a colleague to talk you through the first steps?',
        'Would it help if a colleague explained how the start works?',
      ],
      date: ['When would you like to begin?'],
    },
  },
  follow_up: {
    opening: ['Thanks for getting back to me.', 'Thank you for following up.', 'Thanks for the reminder.'],
    nextStep: {
      always: [
        'I will check with a colleague where this stands and come back to you.',
        'Let me check with a colleague where this stands.',
        'I will check with a colleague what the latest is.',
      ],
    },
    question: {
      always: ['Which point is still open for you?', 'Which point from before should I pick up?'],
    },
  },
  renewal_inquiry: {
    opening: ['Thanks for asking about the renewal.', 'Happy to help with the renewal.'],
    nextStep: {
      always: [
        'Shall I ask a colleague to confirm the terms of your own contract?',
        'Would you like to change anything for the next term?',
      ],
    },
    question: {
      always: [
        'Shall I ask a colleague to confirm the details of your contract?',
        'Would you like a colleague to go through your contract with you?',
      ],
    },
  },
  contract_legal: {
    opening: ['Thanks for the question about the contract.', 'Happy to help with the contract side.'],
    nextStep: {
      always: [
        'For the exact wording, I can ask a colleague.',
        'Shall I ask a colleague to confirm the exact wording?',
        'Is there another point in the contract you would like to clear up?',
      ],
      clause: ['Which clause matters most to you?'],
    },
    question: {
      always: ['Shall I ask a colleague who can answer that?', 'Would you like a colleague to answer that for you?'],
    },
  },
  support_issue: {
    opening: PHRASES.apology,
    nextStep: {
      always: [
        'If this does not help, I will hand it to a colleague.',
        'Does this help? If not, I will hand it to a colleague.',
      ],
    },
    question: {
      always: [
        'I will hand this to a colleague who can look into it; what exactly happens?',
        'I will hand this to a colleague; is there anything else they should know?',
      ],
      date: ['I will hand this to a colleague who can look into it; since when has it been like this?'],
    },
  },
  buying_signal: {
    opening: ['That is great to hear.', 'Glad to hear that.', 'Thank you, that is good news.'],
    nextStep: {
      always: [
        'I will pass this on to a colleague who can prepare the paperwork.',
        'I will pass this on to a colleague; who will sign on your side?',
      ],
      size: ['I will pass this on to a colleague; what quantity should I give them?'],
      which: ['I will pass this on to a colleague; what exactly would you like to order?'],
      date: ['I will pass this on to a colleague; from when would you need it?'],
    },
    question: {
      always: ['Shall I pass this on to a colleague who can prepare the paperwork?', 'Who will sign on your side?'],
      size: ['What quantity should I give my colleague?'],
      which: ['What exactly would you like to order?'],
      date: ['From when would you need it?'],
    },
  },
};

/** The wordings for an intent; what it does not word itself comes from the general ones. */
export function phrasesFor(intent: Intent): IntentPhrases {
  return { ...GENERAL, ...BY_INTENT[intent] };
}
