import { type ContentPhrases } from './content-phrases.js';
import { dayFirst, nameChannel, spaced } from './name-channel.js';

const CHANNELS = {
  email: 'per E-Mail',
  phone: 'telefonisch',
  chat: 'im Chat',
  post: 'per Post',
  sms: 'per SMS',
  assistant: 'über unseren Assistenten',
};

export const GERMAN: ContentPhrases = {
  date: (iso) => dayFirst(iso, '.'),
  channel: (channel) => nameChannel(channel, CHANNELS, (other) => `über den Kanal „${other}“`),
  quote: (label) => `„${label}“`,
  speak: (sentence) => `„${sentence}“`,
  join: (parts) => [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter((part) => part !== '').join(' und '),
  subject: (topic) =>
    topic === null
      ? ['Wie können wir Ihnen helfen?', 'Können wir etwas für Sie tun?']
      : [`Zum Thema ${topic}`, `Unser Kontakt zum Thema ${topic}`],
  thanks: {
    friendly: ['Schön, dass wir in Kontakt sind.', 'Vielen Dank, dass Sie mit uns in Kontakt sind.'],
    formal: ['Vielen Dank, dass Sie mit uns in Verbindung stehen.', 'Wir danken Ihnen für den Kontakt mit uns.'],
  },
  contact: ({ date, channel, topic }) =>
    `${spaced(`Am ${date} standen wir`, channel, topic === null ? null : `zum Thema ${topic}`, 'in Kontakt')}.`,
  also: (topics) => `In Kontakt waren wir auch zu ${topics}.`,
  followUp: {
    positive: ['Können wir in dieser Sache noch etwas für Sie tun?', 'Möchten Sie daran anknüpfen?'],
    neutral: ['Ist dazu noch etwas offen?', 'Haben Sie dazu noch Fragen?'],
    negative: [
      'Falls dabei etwas nicht zu Ihrer Zufriedenheit war, sagen Sie es uns bitte.',
      'Bitte sagen Sie uns, falls etwas nicht so war, wie es hätte sein sollen.',
    ],
  },
  hello: [
    'Gern möchten wir erfahren, was wir für Sie tun können.',
    'Bitte lassen Sie uns wissen, wie wir Ihnen helfen können.',
  ],
  medical: 'Bitte wenden Sie sich mit Fragen zu Ihrer Gesundheit an eine Ärztin, einen Arzt oder eine Apotheke.',
  adverse: [
    'Falls es Ihnen oder jemand anderem nicht gut geht, wenden Sie sich bitte zuerst an eine Ärztin oder einen Arzt.',
    'Bitte teilen Sie uns mit, wie wir Sie erreichen können; jemand aus unserem Team möchte sich persönlich darum kümmern.',
  ],
  unanswered: (about) => `Zu ${about} möchten wir lieber jemanden aus dem Team antworten lassen als raten.`,
  knowledge: null,
  offer: {
    email: [
      'Antworten Sie gern auf diese E-Mail; wir helfen Ihnen gern weiter.',
      'Bitte antworten Sie einfach auf diese E-Mail, wenn wir helfen können.',
    ],
    sms: ['Bitte antworten Sie auf diese Nachricht.'],
    call_script: ['„Lassen Sie uns bitte wissen, wenn wir noch etwas für Sie tun können.“'],
  },
  sms: {
    contact: ({ date, channel, topic }) => [
      `${spaced(`Am ${date} standen wir`, channel, topic === null ? null : `zum Thema ${topic}`, 'in Kontakt')}. Ist noch etwas offen? Bitte antworten Sie auf diese Nachricht.`,
      `${spaced(topic === null ? `Am ${date} standen wir` : `Wir standen zum Thema ${topic}`, 'in Kontakt')}. Ist noch etwas offen? Bitte antworten Sie.`,
      `Am ${date} standen wir in Kontakt. Ist noch etwas offen? Bitte antworten Sie.`,
    ],
    open: 'Können wir etwas für Sie tun? Bitte antworten Sie auf diese Nachricht.',
  },
  script: {
    greeting: (addressee) =>
      addressee === null
        ? ['„Guten Tag, haben Sie einen Moment Zeit?“', '„Guten Tag, passt es Ihnen gerade?“']
        : [
            `„Guten Tag, ${addressee}, haben Sie einen Moment Zeit?“`,
            `„Guten Tag, ${addressee}, passt es Ihnen gerade?“`,
          ],
    entry: (date, channel, topic, sentiment) =>
      `${date}: ${[channel, topic, sentiment].filter((part) => part !== null && part !== '').join(', ')}.`,
    sentiment: { positive: 'positiv', neutral: 'neutral', negative: 'negativ' },
    count: (contacts) => `${contacts} Kontakte sind erfasst.`,
    none: 'Es ist noch kein Kontakt erfasst.',
    adverse: 'Bitte hier abbrechen und übergeben: Ein unerwünschtes Ereignis ist erfasst.',
    medical: 'Bitte keinen medizinischen Rat geben, sondern an eine Arztpraxis oder Apotheke verweisen.',
    asked: 'Auf Nachfrage:',
    preference: ['„Auf welchem Weg möchten Sie mit uns in Kontakt bleiben?“', '„Welcher Weg passt Ihnen am besten?“'],
    goodbye: ['„Vielen Dank für Ihre Zeit.“', '„Vielen Dank für das Gespräch.“'],
  },
};
