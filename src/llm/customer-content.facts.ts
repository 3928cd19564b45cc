import { type DoubtFact, type PassageFact, type ProspectFact } from './llm.port.js';

export const CONTENT_TYPES = ['email', 'sms', 'call_script'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

export const CONTENT_TONES = ['friendly', 'formal', 'concise'] as const;
export type ContentTone = (typeof CONTENT_TONES)[number];

/** Languages whose wording is complete and correct offline; no provider is asked for another. */
export const CONTENT_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type ContentLanguage = (typeof CONTENT_LANGUAGES)[number];

/** One contact as content may speak of it: labels that read as such; what does not is null. Who wrote to whom is not known. */
export interface InteractionFact {
  /** `YYYY-MM-DD` */
  date: string;
  channel: string | null;
  topic: string | null;
  sentiment: 'positive' | 'neutral' | 'negative' | null;
}

/** The typed facts of "write to this customer": what the prompt was rendered from. */
export interface CustomerContentFacts {
  type: ContentType;
  tone: ContentTone;
  language: ContentLanguage;
  customer: ProspectFact;
  /** The line the content begins with, e.g. `Dear Milkman,`; whoever asked puts it in front. */
  salutation: string;
  /** How to address the person within a sentence; null where nothing decent is known. */
  addressee: string | null;
  /** Most relevant and recent first; at least the last one, where there is any. */
  interactions: readonly InteractionFact[];
  /** All on record, those not listed included. */
  interactionCount: number;
  /** What the content is to be about, in the caller's words; null: what the interactions are about. */
  about: string | null;
  /** No word about doses, effects or treatment. */
  isMedical: boolean;
  /** Somebody may have come to harm: no cheerful word either. */
  isAdverseEvent: boolean;
  passages: readonly PassageFact[];
  /** Whether the passages speak to the subject; null where nothing was looked for. */
  verdict: 'answerable' | 'partial' | 'unanswerable' | null;
  /** What of the passages must not be repeated. */
  doubts: readonly DoubtFact[];
}

/** The parts of a call script, in order; a line that is one of them is a heading. */
export const SCRIPT_HEADINGS: Readonly<Record<ContentLanguage, readonly [string, string, string, string]>> = {
  en: ['Opening', 'On record', 'Questions', 'Closing'],
  de: ['Einstieg', 'Bisheriger Kontakt', 'Fragen', 'Abschluss'],
  fr: ['Ouverture', 'Contacts enregistrés', 'Questions', 'Conclusion'],
  es: ['Apertura', 'Contactos registrados', 'Preguntas', 'Cierre'],
};
