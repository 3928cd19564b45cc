import { type ContentPhrases } from './content-phrases.js';
import { dayFirst, nameChannel, spaced } from './name-channel.js';

const CHANNELS = {
  email: 'par e-mail',
  phone: 'par téléphone',
  chat: 'par chat',
  post: 'par courrier',
  sms: 'par SMS',
  assistant: 'par notre assistant',
};

export const FRENCH: ContentPhrases = {
  date: (iso) => dayFirst(iso, '/'),
  channel: (channel) => nameChannel(channel, CHANNELS, (other) => `par le canal « ${other} »`),
  quote: (label) => `« ${label} »`,
  speak: (sentence) => `« ${sentence} »`,
  join: (parts) => [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter((part) => part !== '').join(' et '),
  subject: (topic) =>
    topic === null
      ? ['Comment pouvons-nous vous aider ?', 'Pouvons-nous faire quelque chose pour vous ?']
      : [`Au sujet de ${topic}`, `Notre échange au sujet de ${topic}`],
  thanks: {
    friendly: ['Merci d’être en contact avec nous.', 'Nous espérons que vous allez bien.'],
    formal: ['Nous vous remercions d’être en contact avec nous.', 'Nous vous remercions de vos échanges avec nous.'],
  },
  contact: ({ date, channel, topic }) =>
    `${spaced(`Le ${date}, nous avons été en contact`, channel, topic === null ? null : `au sujet de ${topic}`)}.`,
  also: (topics) => `Nous avons également été en contact pour les sujets suivants : ${topics}.`,
  followUp: {
    positive: ['Pouvons-nous faire autre chose pour vous à ce sujet ?', 'Souhaitez-vous poursuivre sur ce sujet ?'],
    neutral: ['Avez-vous encore des questions à ce sujet ?', 'Reste-t-il une question ouverte à ce sujet ?'],
    negative: [
      'Si quelque chose ne vous a pas donné satisfaction, n’hésitez pas à nous le dire.',
      'Dites-nous, s’il vous plaît, si quelque chose n’était pas comme il aurait fallu.',
    ],
  },
  hello: [
    'Nous aimerions savoir comment vous aider.',
    'N’hésitez pas à nous dire ce que nous pouvons faire pour vous.',
  ],
  medical: 'Pour toute question relative à votre santé, veuillez vous adresser à un médecin ou à un pharmacien.',
  adverse: [
    'En cas de malaise, veuillez d’abord consulter un médecin.',
    'Veuillez nous indiquer comment vous joindre ; un membre de notre équipe souhaite s’en occuper personnellement.',
  ],
  unanswered: (about) =>
    `À propos de ${about}, nous préférons laisser un membre de l’équipe vous répondre plutôt que de deviner.`,
  knowledge: null,
  offer: {
    email: [
      'N’hésitez pas à répondre à cet e-mail ; nous vous aiderons volontiers.',
      'Il vous suffit de répondre à cet e-mail si nous pouvons vous aider.',
    ],
    sms: ['Veuillez répondre à ce message.'],
    call_script: ['« N’hésitez pas à nous dire si nous pouvons faire autre chose pour vous. »'],
  },
  sms: {
    contact: ({ date, channel, topic }) => [
      `${spaced(`Le ${date}, nous avons été en contact`, channel, topic === null ? null : `au sujet de ${topic}`)}. Avez-vous encore des questions ? Répondez à ce message.`,
      `${spaced('Nous avons été en contact', topic === null ? `le ${date}` : `au sujet de ${topic}`)}. Avez-vous encore des questions ?`,
      `Nous avons été en contact le ${date}. Avez-vous encore des questions ?`,
    ],
    open: 'Pouvons-nous faire quelque chose pour vous ? Répondez à ce message.',
  },
  script: {
    greeting: (addressee) =>
      addressee === null
        ? ['« Bonjour, avez-vous un moment ? »', '« Bonjour, est-ce que je vous appelle au bon moment ? »']
        : [
            `« Bonjour ${addressee}, avez-vous un moment ? »`,
            `« Bonjour ${addressee}, est-ce que je vous appelle au bon moment ? »`,
          ],
    entry: (date, channel, topic, sentiment) =>
      `${date} : ${[channel, topic, sentiment].filter((part) => part !== null && part !== '').join(', ')}.`,
    sentiment: { positive: 'positif', neutral: 'neutre', negative: 'négatif' },
    count: (contacts) => `${contacts} contacts sont enregistrés.`,
    none: 'Aucun contact n’est encore enregistré.',
    adverse: 'Veuillez vous arrêter ici et passer le relais : un événement indésirable est enregistré.',
    medical: 'Veuillez ne donner aucun conseil médical et orienter vers un médecin ou un pharmacien.',
    asked: 'Si on vous le demande :',
    preference: [
      '« Comment souhaitez-vous rester en contact avec nous ? »',
      '« Quel moyen de contact vous convient le mieux ? »',
    ],
    goodbye: ['« Merci de m’avoir accordé un moment. »', '« Merci pour cet échange. »'],
  },
};
