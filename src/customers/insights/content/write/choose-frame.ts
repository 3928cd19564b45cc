import {
  type ContentLanguage,
  type ContentTone,
  type ContentType,
  readFirstName,
  readFullName,
} from '../../../../llm/index.js';
import { readLabel } from './read-label.js';

/** What stands around a text, whoever wrote it: the person is addressed as the data allows, and by nothing else. */
export interface Frame {
  /** The line it begins with. */
  salutation: string;
  /** How to address the person within a sentence; null where nothing decent is known. */
  addressee: string | null;
  addressedBy: 'name' | 'occupation' | 'nothing';
  /** Said first where nothing is known; null elsewhere. */
  note: string | null;
  signOff: string;
}

interface FrameWords {
  /** Takes `{name}`. */
  toName: Record<ContentTone, string>;
  /** Takes `{name}`; an occupation is no name to be familiar with. */
  toOccupation: string;
  toNobody: string;
  note: string;
  signOff: Record<ContentTone, string>;
}

const WORDS: Readonly<Record<ContentLanguage, FrameWords>> = {
  en: {
    toName: { friendly: 'Hello {name},', formal: 'Dear {name},', concise: 'Hello {name},' },
    toOccupation: 'Dear {name},',
    toNobody: 'Hello,',
    note: 'We do not have your name on record, so please excuse this general greeting.',
    signOff: {
      friendly: 'Kind regards,\nYour customer care team',
      formal: 'Yours sincerely,\nYour customer care team',
      concise: 'Regards,\nYour customer care team',
    },
  },
  de: {
    toName: { friendly: 'Guten Tag {name}!', formal: 'Guten Tag {name}!', concise: 'Guten Tag {name}!' },
    toOccupation: 'Guten Tag {name}!',
    toNobody: 'Guten Tag!',
    note: 'Ihr Name liegt uns nicht vor; bitte entschuldigen Sie die allgemeine Anrede.',
    signOff: {
      friendly: 'Freundliche Grüße\nIhr Kundenservice',
      formal: 'Mit freundlichen Grüßen\nIhr Kundenservice',
      concise: 'Freundliche Grüße\nIhr Kundenservice',
    },
  },
  fr: {
    toName: { friendly: 'Bonjour {name},', formal: 'Bonjour {name},', concise: 'Bonjour {name},' },
    toOccupation: 'Bonjour {name},',
    toNobody: 'Bonjour,',
    note: 'Votre nom ne figure pas dans nos dossiers ; veuillez excuser cette formule générale.',
    signOff: {
      friendly: 'Bien cordialement,\nVotre service clients',
      formal: 'Cordialement,\nVotre service clients',
      concise: 'Cordialement,\nVotre service clients',
    },
  },
  es: {
    toName: { friendly: 'Hola, {name}:', formal: 'Buenos días, {name}:', concise: 'Hola, {name}:' },
    toOccupation: 'Buenos días, {name}:',
    toNobody: 'Buenos días:',
    note: 'No tenemos su nombre registrado; le rogamos que disculpe este saludo general.',
    signOff: {
      friendly: 'Un saludo cordial,\nSu servicio de atención al cliente',
      formal: 'Atentamente,\nSu servicio de atención al cliente',
      concise: 'Un saludo,\nSu servicio de atención al cliente',
    },
  },
};

/** "Buenos días" is not in the alphabet of SMS: it would cut the room for a message by more than half. */
const SPANISH_SMS: FrameWords = {
  ...WORDS.es,
  toName: { friendly: 'Hola, {name}:', formal: 'Hola, {name}:', concise: 'Hola, {name}:' },
  toOccupation: 'Hola, {name}:',
  toNobody: 'Hola:',
};

/** The first name among friends in English and Spanish; where manners ask for "Sie" and "vous", the whole name. */
const FIRST_NAMES: ReadonlySet<ContentLanguage> = new Set<ContentLanguage>(['en', 'es']);

/** By name where there is one that reads like one; else by occupation; else in general words that say so. */
export function chooseFrame(
  { name, occupation }: { name: string | null; occupation: string | null },
  { type, tone, language }: { type: ContentType; tone: ContentTone; language: ContentLanguage },
): Frame {
  const words = type === 'sms' && language === 'es' ? SPANISH_SMS : WORDS[language];
  const signOff = words.signOff[tone];
  const isFamiliar = tone !== 'formal' && FIRST_NAMES.has(language);
  const called = readLabel(name) === null ? undefined : isFamiliar ? readFirstName(name) : readFullName(name);
  if (called !== undefined) {
    return {
      salutation: fill(words.toName[tone], called),
      addressee: called,
      addressedBy: 'name',
      note: null,
      signOff,
    };
  }
  const work = readOccupation(occupation);
  if (work !== null) {
    return {
      salutation: fill(words.toOccupation, work),
      addressee: work,
      addressedBy: 'occupation',
      note: null,
      signOff,
    };
  }
  return { salutation: words.toNobody, addressee: null, addressedBy: 'nothing', note: words.note, signOff };
}

const HAS_DIGIT = /\p{N}/u;

function readOccupation(occupation: string | null): string | null {
  const label = readLabel(occupation);
  if (label === null || HAS_DIGIT.test(label)) return null;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function fill(wording: string, name: string): string {
  return wording.replace('{name}', () => name);
}
