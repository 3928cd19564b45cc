import { type InteractionFact } from '../../../../llm/index.js';
import { toEnglishDate } from '../../../../shared/dates.js';

/** A sentence with the values of one record replaced by those of {@link SAMPLE}. */
export interface MaskedSentence {
  template: string;
  /** Which interaction it tells of; null where it only names topics or the person. */
  interaction: number | null;
  /** Dates of that interaction, as they are written. */
  dates: string[];
}

/** What stands in for a customer: every sentence that tells of somebody's record becomes a sentence about this one. No file has such words. */
export const SAMPLE = {
  addressee: 'Quillory',
  date: '2020-02-11',
  topic: 'Quokka Matters',
  otherTopic: 'Axolotl Matters',
  channel: 'Semaphore',
} as const;

interface Masked {
  addressee: string | null;
  interactions: readonly InteractionFact[];
}

/** How a date is written in the languages of content. */
export function writeDates(date: string): string[] {
  const reversed = date.split('-').reverse();
  return [toEnglishDate(date), reversed.join('.'), reversed.join('/')];
}

/**
 * Replaces what is a customer's own: how they are addressed, and the date, topic and channel of the interaction the sentence
 * dates. Topics count in quotation marks, channels in quotation marks or between a colon and a comma, so that a word of the
 * sentence is never taken for one. Without a date, any topic on record may be named. Undefined where nothing was replaced.
 */
export function maskSentence(sentence: string, { addressee, interactions }: Masked): MaskedSentence | undefined {
  const dated = interactions.findIndex(({ date }) => writeDates(date).some((written) => sentence.includes(written)));
  const told = dated === -1 ? undefined : interactions[dated];
  let template = addressee === null ? sentence : maskName(sentence, addressee);
  const dates: string[] = [];
  if (told !== undefined) {
    const samples = writeDates(SAMPLE.date);
    for (const [index, written] of writeDates(told.date).entries()) {
      if (!template.includes(written)) continue;
      dates.push(written);
      template = template.replaceAll(written, samples[index] ?? '');
    }
    template = maskLabels(template, told.topic, SAMPLE.topic);
    template = maskLabels(template, told.channel, SAMPLE.channel);
    template = maskChannel(template, told.channel);
  } else {
    template = maskTopics(template, interactions);
  }
  if (template === sentence) return undefined;
  return { template, interaction: dated === -1 ? null : dated, dates };
}

/** The first topic and the others are told apart: a list of two stays a list of two. */
function maskTopics(sentence: string, interactions: readonly InteractionFact[]): string {
  const [first, ...others] = [...new Set(interactions.map(({ topic }) => topic))].filter((topic) => topic !== null);
  if (first === undefined) return sentence;
  const masked = maskLabels(sentence, first, SAMPLE.topic);
  return others.reduce((text, topic) => maskLabels(text, topic, SAMPLE.otherTopic), masked);
}

const QUOTES: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['« ', ' »'],
  ['«', '»'],
  ['"', '"'],
];

function maskLabels(sentence: string, label: string | null, sample: string): string {
  if (label === null || !sentence.includes(label)) return sentence;
  return QUOTES.reduce(
    (text, [open, close]) => text.replaceAll(`${open}${label}${close}`, `${open}${sample}${close}`),
    sentence,
  );
}

/** `11 February 2020: Boat, …`, as a script lists what is on record. */
function maskChannel(sentence: string, channel: string | null): string {
  if (channel === null) return sentence;
  for (const end of [',', '.']) {
    const listed = `: ${channel}${end}`;
    if (sentence.includes(listed)) return sentence.replace(listed, () => `: ${SAMPLE.channel}${end}`);
  }
  return sentence;
}

/** Only where it stands as an address: between blanks, quotes and commas. */
function maskName(sentence: string, addressee: string): string {
  for (const [before, after] of [
    [' ', ','],
    [', ', ','],
  ]) {
    const addressed = `${before ?? ''}${addressee}${after ?? ''}`;
    if (sentence.includes(addressed))
      return sentence.replace(addressed, () => `${before ?? ''}${SAMPLE.addressee}${after ?? ''}`);
  }
  return sentence;
}
