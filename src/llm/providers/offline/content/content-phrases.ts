import { type ContentLanguage, type ContentType, type InteractionFact } from '../../../customer-content.facts.js';
import { ENGLISH } from './phrases-en.js';
import { FRENCH } from './phrases-fr.js';
import { GERMAN } from './phrases-de.js';
import { SPANISH } from './phrases-es.js';

export type Wordings = readonly [string, ...string[]];

/** Where and when somebody was in touch, ready for a sentence; the topic is quoted already. */
export interface ContactWords {
  date: string;
  channel: string;
  topic: string | null;
}

/**
 * What content says in one language. No wording states a figure, a name, a deed or anything about an offer; nothing tells who
 * wrote to whom, because the record does not.
 */
export interface ContentPhrases {
  date(iso: string): string;
  /** "by e-mail"; a channel nobody heard of is named as it is. */
  channel(channel: string | null): string;
  quote: (label: string) => string;
  /** A sentence to be spoken. */
  speak: (sentence: string) => string;
  join(parts: readonly string[]): string;
  subject(topic: string | null): Wordings;
  thanks: { friendly: Wordings; formal: Wordings };
  contact(words: ContactWords): string;
  /** @param topics quoted and joined */
  also(topics: string): string;
  followUp: Readonly<Record<NonNullable<InteractionFact['sentiment']>, Wordings>>;
  /** For somebody who was never in touch. */
  hello: Wordings;
  medical: string;
  adverse: readonly [string, string];
  /** What was to be written about and no document speaks to. */
  unanswered(about: string): string;
  /** Before sentences of documents; null where the documents are in another language. */
  knowledge: Wordings | null;
  offer: Readonly<Record<ContentType, Wordings>>;
  sms: {
    /** Longest first; topics in plain quotation marks. */
    contact(words: ContactWords): readonly string[];
    /** Shortest of all. */
    open: string;
  };
  script: {
    greeting(addressee: string | null): Wordings;
    /** One line of the record. */
    entry(date: string, channel: string | null, topic: string | null, sentiment: string | null): string;
    sentiment: Readonly<Record<NonNullable<InteractionFact['sentiment']>, string>>;
    count(contacts: number): string;
    none: string;
    adverse: string;
    medical: string;
    asked: string;
    preference: Wordings;
    goodbye: Wordings;
  };
}

export const CONTENT_PHRASES: Readonly<Record<ContentLanguage, ContentPhrases>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};
