import fc from 'fast-check';
import { type SummaryFigures, type SummarySubject } from './summary.repository.js';
import { writeSummary } from './write-summary.js';

const NOTHING: SummaryFigures = {
  total: 0,
  first: null,
  last: null,
  channels: [],
  topics: [],
  sentiments: [],
  withoutTopic: 0,
  withoutSentiment: 0,
  earlierMood: null,
  laterMood: null,
};
const KNOWN: SummarySubject = { type: 'Red', occupation: 'Jedi', optedOut: false };
const SOME: SummaryFigures = {
  total: 4,
  first: '2019-10-04',
  last: { date: '2020-03-05', channel: 'Bird', topic: 'Drug Efficacy', sentiment: 'Positive' },
  channels: [
    { name: 'Email', interactions: 2 },
    { name: 'Bird', interactions: 1 },
    { name: 'Call', interactions: 1 },
  ],
  topics: [
    { name: 'Drug Efficacy', interactions: 2 },
    { name: 'Side Effects', interactions: 1 },
  ],
  sentiments: [
    { name: 'Negative', interactions: 2 },
    { name: 'Positive', interactions: 2 },
  ],
  withoutTopic: 1,
  withoutSentiment: 0,
  earlierMood: -1,
  laterMood: 1,
};

describe('writeSummary', () => {
  it('says channels, topics in order, the trend, the last interaction and what is missing', () => {
    expect(writeSummary(SOME, { ...KNOWN, occupation: null, optedOut: true })).toBe(
      'This customer had 4 interactions between 2019-10-04 and 2020-03-05. ' +
        'The channel used most was Email (2), besides Bird (1) and Call (1). ' +
        'Topics, most frequent first: Drug Efficacy (2) and Side Effects (1). ' +
        'Sentiment: Negative (2) and Positive (2); the trend is improving. ' +
        'The last interaction was on 2020-03-05 by Bird, about Drug Efficacy, sentiment Positive. ' +
        'Missing: the topic of 1 interaction and the customer’s occupation. ' +
        'The customer has asked not to be contacted.',
    );
  });

  it('is honest about a customer without interactions', () => {
    expect(writeSummary(NOTHING, { ...KNOWN, type: null })).toBe(
      'No interactions are on record for this customer, so there are no channels, topics or sentiments to report. Missing: the customer’s type.',
    );
  });

  it('does not call one interaction a trend, or nothing a topic', () => {
    const one: SummaryFigures = {
      ...NOTHING,
      total: 1,
      first: '2020-01-02',
      last: { date: '2020-01-02', channel: 'Boat', topic: null, sentiment: null },
      channels: [{ name: 'Boat', interactions: 1 }],
      withoutTopic: 1,
      withoutSentiment: 1,
    };
    expect(writeSummary(one, KNOWN)).toBe(
      'This customer had 1 interaction on 2020-01-02. The only channel was Boat. No topic was recorded. No sentiment was recorded. ' +
        'The last interaction was on 2020-01-02 by Boat, without a recorded topic. ' +
        'Missing: the topic of 1 interaction and the sentiment of 1 interaction.',
    );
  });

  it.each([
    [1, -1, 'the trend is worsening'],
    [0.1, 0.2, 'there is no clear trend'],
    [null, null, 'too little to tell a trend'],
  ])('tells the trend from %s to %s', (earlierMood, laterMood, expected) => {
    expect(writeSummary({ ...SOME, earlierMood, laterMood }, KNOWN)).toContain(expected);
  });

  it('states no number that is not one of the figures', () => {
    const name = fc.constantFrom('Email', 'Topic 7', 'COVID-19', '3rd call', 'Price');
    const counts = fc.uniqueArray(fc.record({ name, interactions: fc.nat(100_000) }), { selector: (c) => c.name });
    const date = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
    const day = date.map((instant) => instant.toISOString().slice(0, 10));
    const mood = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));
    const figures = fc.record<SummaryFigures>({
      total: fc.nat(1_000_000),
      first: fc.option(day),
      last: fc.option(fc.record({ date: day, channel: name, topic: fc.option(name), sentiment: fc.option(name) })),
      channels: counts,
      topics: counts,
      sentiments: counts,
      withoutTopic: fc.nat(1_000),
      withoutSentiment: fc.nat(1_000),
      earlierMood: mood,
      laterMood: mood,
    });
    const text = fc.option(fc.constant('Red'));
    const subject = fc.record<SummarySubject>({ type: text, occupation: text, optedOut: fc.boolean() });
    fc.assert(
      fc.property(figures, subject, (given, about) => {
        const known = new Set(JSON.stringify({ ...given, earlierMood: null, laterMood: null }).match(/\d+/g));
        const stated = writeSummary(given, about).match(/\d+/g) ?? [];
        expect(stated.filter((number) => !known.has(number))).toEqual([]);
      }),
    );
  });
});
