import { findChannel, type InteractionFact, type KnownChannel } from '../../../../llm/index.js';
import { type ClaimEvidence, type RankedRecord } from '../../../../rag/index.js';
import { toEnglishDate } from '../../../../shared/dates.js';
import { type InteractionRecord } from './interaction-record.js';

/** In every language content is written in: what a text retells is compared word by word. */
const NO_CONTACT: ClaimEvidence = {
  kind: 'customer',
  ref: 'interactions',
  text: 'There is no contact on record. Es ist noch kein Kontakt erfasst. Aucun contact n’est encore enregistré. Todavía no hay ningún contacto registrado.',
};
/** How a channel is spoken of; one that nobody heard of is called by its name. */
const CHANNEL_WORDS: Readonly<Record<KnownChannel, string>> = {
  email: 'by e-mail, per E-Mail',
  phone: 'by phone, in a phone call, telefonisch',
  chat: 'by chat, in a chat, im Chat',
  post: 'by post, by letter, per Post',
  sms: 'by text message, by SMS, per SMS',
  assistant: 'through our assistant',
};
/** What a subject line puts before a topic. */
const SUBJECT_WORDS =
  'Regarding, following up on; zum Thema, unser Kontakt zum Thema; au sujet de, notre échange au sujet de; acerca de, nuestro contacto acerca de:';
const SENTIMENT_WORDS: Readonly<Record<NonNullable<InteractionFact['sentiment']>, string>> = {
  positive: 'positive, positiv, positif, positivo',
  neutral: 'neutral, neutre, neutro',
  negative: 'negative, negativ, négatif, negativo',
};

/** The record as statements that a sentence may retell, in the words sentences use for it. */
export function describeRecord(
  interactions: readonly RankedRecord<InteractionRecord>[],
  listed: readonly InteractionFact[],
): ClaimEvidence[] {
  const [first] = interactions;
  if (first === undefined) return [NO_CONTACT];
  const { total } = first.record;
  return [
    ...listed.map((fact, index) => describeInteraction(fact, refOf(interactions[index]))),
    {
      kind: 'customer',
      ref: 'interactions',
      text: `${total} contacts are on record. ${total} Kontakte sind erfasst. ${total} contacts sont enregistrés. Hay ${total} contactos registrados.`,
    },
  ];
}

/** What a text is to be about may be named in it. */
export function describeWish(about: string | null): ClaimEvidence[] {
  return about === null
    ? []
    : [{ kind: 'customer', ref: 'request', text: `About the subject; ${SUBJECT_WORDS} ${about}.` }];
}

/** What claims call an interaction. */
export function refOf(ranked: RankedRecord<InteractionRecord> | undefined): string {
  return `interaction:${ranked?.record.recordId ?? 0}`;
}

function nameChannel(channel: string | null): string {
  if (channel === null) return '';
  const known = findChannel(channel);
  return known === undefined ? `through the channel ${channel}` : `${CHANNEL_WORDS[known]}, ${channel},`;
}

/** One interaction as a statement. @param ref names it in claims */
export function describeInteraction({ date, channel, topic, sentiment }: InteractionFact, ref: string): ClaimEvidence {
  const dates = `${toEnglishDate(date)} (${date}, ${date.split('-').reverse().join('.')})`;
  const mood = sentiment === null ? '' : ` Sentiment: ${SENTIMENT_WORDS[sentiment]}.`;
  return {
    kind: 'customer',
    ref,
    text: `We were in contact, in touch, ${nameChannel(channel)} on ${dates} about ${topic ?? 'a matter'}.${mood} ${SUBJECT_WORDS} ${topic ?? ''}`,
  };
}
