import { type ContentPhrases } from './content-phrases.js';
import { dayFirst, nameChannel, spaced } from './name-channel.js';

const CHANNELS = {
  email: 'por correo electrónico',
  phone: 'por teléfono',
  chat: 'por chat',
  post: 'por correo postal',
  sms: 'por SMS',
  assistant: 'a través de nuestro asistente',
};

export const SPANISH: ContentPhrases = {
  date: (iso) => dayFirst(iso, '/'),
  channel: (channel) => nameChannel(channel, CHANNELS, (other) => `por el canal «${other}»`),
  quote: (label) => `«${label}»`,
  // The full stop stands behind the quotation mark.
  speak: (sentence) => (sentence.endsWith('.') ? `«${sentence.slice(0, -1)}».` : `«${sentence}»`),
  join: (parts) => [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter((part) => part !== '').join(' y '),
  subject: (topic) =>
    topic === null
      ? ['¿En qué podemos ayudarle?', '¿Podemos hacer algo por usted?']
      : [`Acerca de ${topic}`, `Nuestro contacto acerca de ${topic}`],
  thanks: {
    friendly: ['Gracias por estar en contacto con nosotros.', 'Esperamos que se encuentre bien.'],
    formal: [
      'Le agradecemos que esté en contacto con nosotros.',
      'Muchas gracias por mantener el contacto con nosotros.',
    ],
  },
  contact: ({ date, channel, topic }) =>
    `${spaced(`El ${date} estuvimos en contacto`, channel, topic === null ? null : `acerca de ${topic}`)}.`,
  also: (topics) => `También hemos estado en contacto sobre los siguientes temas: ${topics}.`,
  followUp: {
    positive: ['¿Podemos hacer algo más por usted en este asunto?', '¿Desea continuar con este asunto?'],
    neutral: ['¿Le queda alguna pregunta al respecto?', '¿Queda algo pendiente al respecto?'],
    negative: [
      'Si algo no fue de su agrado, le rogamos que nos lo diga.',
      'Díganos, por favor, si algo no fue como debería haber sido.',
    ],
  },
  hello: ['Nos gustaría saber en qué podemos ayudarle.', 'Díganos, por favor, qué podemos hacer por usted.'],
  medical: 'Para cualquier pregunta sobre su salud, consulte a un médico o a un farmacéutico.',
  adverse: [
    'Si usted u otra persona no se encuentra bien, consulte primero a un médico.',
    'Indíquenos, por favor, cómo podemos ponernos en contacto con usted; una persona de nuestro equipo desea ocuparse de ello.',
  ],
  unanswered: (about) => `Sobre ${about}, preferimos que le responda una persona de nuestro equipo antes que adivinar.`,
  knowledge: null,
  offer: {
    email: [
      'Puede responder a este correo; le ayudaremos con mucho gusto.',
      'Responda a este correo si podemos ayudarle.',
    ],
    sms: ['Puede responder a este mensaje.'],
    call_script: ['«Díganos, por favor, si podemos hacer algo más por usted».'],
  },
  sms: {
    contact: ({ date, channel, topic }) => [
      `${spaced(`El ${date} estuvimos en contacto`, channel, topic === null ? null : `acerca de ${topic}`)}. ¿Queda algo pendiente? Puede responder a este mensaje.`,
      `${spaced('Estuvimos en contacto', topic === null ? `el ${date}` : `acerca de ${topic}`)}. ¿Queda algo pendiente?`,
      `Estuvimos en contacto el ${date}. ¿Queda algo pendiente?`,
    ],
    open: '¿Podemos hacer algo por usted? Puede responder a este mensaje.',
  },
  script: {
    greeting: (addressee) =>
      addressee === null
        ? ['«Buenos días, ¿tiene un momento?»', '«Buenos días, ¿le llamo en buen momento?»']
        : [
            `«Buenos días, ${addressee}, ¿tiene un momento?»`,
            `«Buenos días, ${addressee}, ¿le llamo en buen momento?»`,
          ],
    entry: (date, channel, topic, sentiment) =>
      `${date}: ${[channel, topic, sentiment].filter((part) => part !== null && part !== '').join(', ')}.`,
    sentiment: { positive: 'positivo', neutral: 'neutro', negative: 'negativo' },
    count: (contacts) => `Hay ${contacts} contactos registrados.`,
    none: 'Todavía no hay ningún contacto registrado.',
    adverse: 'Deténgase aquí y pase el caso a otra persona del equipo: hay un acontecimiento adverso registrado.',
    medical: 'No dé consejos médicos; remita a un médico o a un farmacéutico.',
    asked: 'Si se lo preguntan:',
    preference: ['«¿Cómo prefiere seguir en contacto con nosotros?»', '«¿Qué medio de contacto le conviene más?»'],
    goodbye: ['«Gracias por su tiempo».', '«Gracias por haber hablado con nosotros».'],
  },
};
