import { type Count, type SummaryFigures, type SummarySubject } from './summary.repository.js';

/** Topics and channels a text names; the figures beside it have them all. */
const MAX_NAMED = 5;
/** A change of mood smaller than this, on a scale from -1 to 1, is called none. */
const STEADY = 0.25;

/**
 * The summary in plain words. It states no number that is not one of the figures, and says what is not known.
 */
export function writeSummary(figures: SummaryFigures, subject: SummarySubject): string {
  const sentences =
    figures.last === null
      ? ['No interactions are on record for this customer, so there are no channels, topics or sentiments to report.']
      : [
          describePeriod(figures, figures.last.date),
          describeChannels(figures.channels),
          describeTopics(figures),
          ...describeSentiments(figures),
          describeLast(figures.last),
        ];
  return [...sentences, ...describeGaps(figures, subject)].filter((sentence) => sentence !== '').join(' ');
}

function describePeriod({ total, first }: SummaryFigures, last: string): string {
  const period = first === null || first === last ? `on ${last}` : `between ${first} and ${last}`;
  return `This customer had ${countOf(total, 'interaction')} ${period}.`;
}

function describeChannels(channels: readonly Count[]): string {
  const [first] = channels;
  if (first === undefined) return '';
  if (channels.length === 1) return `The only channel was ${first.name}.`;
  return `The channel used most was ${first.name} (${first.interactions}), besides ${listCounts(channels.slice(1))}.`;
}

function describeTopics({ topics }: SummaryFigures): string {
  const [first] = topics;
  if (first === undefined) return 'No topic was recorded.';
  if (topics.length === 1) return `The only topic was ${first.name} (${first.interactions}).`;
  return `Topics, most frequent first: ${listCounts(topics)}.`;
}

function describeSentiments({ sentiments, earlierMood, laterMood }: SummaryFigures): string[] {
  if (sentiments.length === 0) return ['No sentiment was recorded.'];
  return [`Sentiment: ${listCounts(sentiments)}; ${describeTrend(earlierMood, laterMood)}.`];
}

function describeTrend(earlier: number | null, later: number | null): string {
  if (earlier === null || later === null) return 'too little to tell a trend';
  if (later - earlier >= STEADY) return 'the trend is improving';
  if (earlier - later >= STEADY) return 'the trend is worsening';
  return 'there is no clear trend';
}

function describeLast({ date, channel, topic, sentiment }: NonNullable<SummaryFigures['last']>): string {
  const about = topic === null ? 'without a recorded topic' : `about ${topic}`;
  const mood = sentiment === null ? '' : `, sentiment ${sentiment}`;
  return `The last interaction was on ${date} by ${channel}, ${about}${mood}.`;
}

function describeGaps(figures: SummaryFigures, { type, occupation, optedOut }: SummarySubject): string[] {
  const gaps = [
    ...(figures.withoutTopic > 0 ? [`the topic of ${countOf(figures.withoutTopic, 'interaction')}`] : []),
    ...(figures.withoutSentiment > 0 ? [`the sentiment of ${countOf(figures.withoutSentiment, 'interaction')}`] : []),
    ...(type === null ? ['the customer’s type'] : []),
    ...(occupation === null ? ['the customer’s occupation'] : []),
  ];
  return [
    ...(gaps.length > 0 ? [`Missing: ${joinWords(gaps)}.`] : []),
    ...(optedOut ? ['The customer has asked not to be contacted.'] : []),
  ];
}

function listCounts(counts: readonly Count[]): string {
  const named = counts.slice(0, MAX_NAMED).map(({ name, interactions }) => `${name} (${interactions})`);
  return joinWords(counts.length > MAX_NAMED ? [...named, 'others'] : named);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
