import { toEnglishDate } from '../../../../shared/dates.js';
import { type ContentPhrases } from './content-phrases.js';
import { nameChannel, spaced } from './name-channel.js';

const CHANNELS = {
  email: 'by e-mail',
  phone: 'by phone',
  chat: 'by chat',
  post: 'by post',
  sms: 'by text message',
  assistant: 'through our assistant',
};

export const ENGLISH: ContentPhrases = {
  date: toEnglishDate,
  channel: (channel) => nameChannel(channel, CHANNELS, (other) => `through the channel “${other}”`),
  quote: (label) => `“${label}”`,
  speak: (sentence) => `“${sentence}”`,
  join: (parts) => [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter((part) => part !== '').join(' and '),
  subject: (topic) =>
    topic === null
      ? ['How may we help you?', 'Is there anything we can do for you?']
      : [`About ${topic}`, `Following up on ${topic}`, `Regarding ${topic}`],
  thanks: {
    friendly: [
      'Thank you for being in touch with us.',
      'Thank you for staying in contact with us.',
      'We hope you are well.',
    ],
    formal: ['Thank you for being in contact with us.', 'We would like to thank you for being in contact with us.'],
  },
  contact: ({ date, channel, topic }) =>
    `${spaced('We were in contact', channel, `on ${date}`, topic === null ? null : `about ${topic}`)}.`,
  also: (topics) => `We have also been in contact about ${topics}.`,
  followUp: {
    positive: [
      'Is there anything else we can do for you on this?',
      'Please let us know if you would like to continue from there.',
    ],
    neutral: ['Is anything about it still open for you?', 'Please let us know if a question has remained open.'],
    negative: [
      'Please tell us if anything about it was not as it should have been.',
      'If it left anything to be desired, please tell us, so that a colleague can look into it.',
    ],
  },
  hello: [
    'We would like to hear how we can be of help to you.',
    'We would be glad to hear what we can do for you.',
    'Please let us know what we can do for you.',
  ],
  medical: 'Please ask a doctor or a pharmacist about anything that concerns your health.',
  adverse: [
    'If you or somebody else is unwell, please speak to a doctor first.',
    'Please tell us how we may reach you, because a colleague would like to take care of this in person.',
  ],
  unanswered: (about) => `About ${about}, we would rather let a colleague answer than guess.`,
  knowledge: ['Here is what our documents say about it.', 'Here is what we can tell you about it.'],
  offer: {
    email: [
      'Please reply to this e-mail at any time; a colleague will be glad to help.',
      'Please just reply to this e-mail if we can help.',
    ],
    sms: ['Please reply to this message.'],
    call_script: ['“Please let us know if we can help with anything else.”'],
  },
  sms: {
    contact: ({ date, channel, topic }) => [
      `${spaced('We were in contact', channel, `on ${date}`, topic === null ? null : `about ${topic}`)}. Is anything still open? Please reply to this message.`,
      `${spaced('We were in contact', topic === null ? `on ${date}` : `about ${topic}`)}. Is anything still open? Please reply.`,
      `We were in contact on ${date}. Is anything still open? Please reply.`,
    ],
    open: 'Is there anything we can do for you? Please reply to this message.',
  },
  script: {
    greeting: (addressee) =>
      addressee === null
        ? ['“Hello, do you have a few minutes?”', '“Hello, is this a good moment to speak?”']
        : [`“Hello ${addressee}, do you have a few minutes?”`, `“Hello ${addressee}, is this a good moment to speak?”`],
    entry: (date, channel, topic, sentiment) =>
      `${date}: ${[channel, topic, sentiment].filter((part) => part !== null && part !== '').join(', ')}.`,
    sentiment: { positive: 'positive', neutral: 'neutral', negative: 'negative' },
    count: (contacts) => `${contacts} contacts are on record.`,
    none: 'There is no contact on record.',
    adverse: 'Please stop here and hand over to a colleague: an adverse event is on record.',
    medical: 'Please give no medical advice; a doctor or a pharmacist can.',
    asked: 'If asked:',
    preference: ['“How would you like us to stay in touch?”', '“Which way of contact suits you best?”'],
    goodbye: ['“Thank you for your time.”', '“Thank you for taking the time to speak with us.”'],
  },
};
