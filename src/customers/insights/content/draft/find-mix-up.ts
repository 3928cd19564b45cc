import { findChannel, type InteractionFact, type KnownChannel } from '../../../../llm/index.js';
import { writeDates } from './mask-sentence.js';

const SPOKEN_OF: Readonly<Record<KnownChannel, RegExp>> = {
  email: /(?<!\p{L})e-?mails?(?!\p{L})|correo electrónico/iu,
  phone: /(?<!\p{L})(?:phone|telephone|call(?:ed|s)?|spoke|telefon\w*|angerufen|téléphone|teléfono|llamada)(?!\p{L})/iu,
  chat: /(?<!\p{L})chat(?:bot)?(?!\p{L})/iu,
  post: /(?<!\p{L})(?:by post|by letter|per post|briefs?|courrier|correo postal)(?!\p{L})/iu,
  sms: /(?<!\p{L})(?:sms|text message)(?!\p{L})/iu,
  assistant: /(?<!\p{L})(?:our assistant|unseren Assistenten|notre assistant|nuestro asistente)(?!\p{L})/iu,
};
const KINDS = Object.entries(SPOKEN_OF) as [KnownChannel, RegExp][];

/**
 * Where a sentence that dates an interaction gives it the channel or the topic of another one: the words are all on record, but
 * not together. Undefined where nothing is mixed up. Of several interactions of one day, one has to fit.
 */
export function findMixUp(sentence: string, interactions: readonly InteractionFact[]): string | undefined {
  const dated = interactions.filter(({ date }) => writeDates(date).some((written) => sentence.includes(written)));
  if (dated.length === 0) return undefined;
  const told = interactions.reduce(
    (text, { topic }) => (topic === null ? text : text.replaceAll(topic, ' ')),
    sentence,
  );
  const kinds = KINDS.filter(([, words]) => words.test(told)).map(([kind]) => kind);
  const topics = interactions.flatMap(({ topic }) => (topic !== null && sentence.includes(topic) ? [topic] : []));
  const fits = dated.some(
    ({ channel, topic }) =>
      kinds.every((kind) => channel !== null && findChannel(channel) === kind) && topics.every((one) => one === topic),
  );
  return fits ? undefined : [...kinds, ...topics].join(', ');
}
