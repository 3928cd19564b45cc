import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureCitationValidity, measureExpectedSources } from './citations.metric.js';

const content = 'Plans. Enterprise costs $64 😀. Done.';
const quote = 'Enterprise costs $64 😀.';
const start = content.indexOf(quote);
const citation = {
  marker: 1,
  document_id: 'd1',

  source: 'pricing.md',
  quote,
  start,
  end: start + quote.length,
};
const documents = new Map([['d1', { source: 'pricing.md', content }]]);
const suggested_response_draft = 'It costs $64 [1].';

const judge = (change: Partial<typeof citation>, draft = suggested_response_draft) =>
  measureCitationValidity({
    outcomes: [
      outcomeOf({ status: 'success' }, { suggested_response_draft: draft, citations: [{ ...citation, ...change }] }),
    ],
    documents,
  });

describe('measureCitationValidity', () => {
  it('accepts a quote that is the document at its offsets, in UTF-16 units', () => {
    expect(judge({})).toMatchObject({ value: 1, samples: 1 });
  });

  it.each([
    ['a changed word', { quote: quote.replace('64', '65') }],
    ['offsets that are off by one', { start: start + 1 }],
    ['a document that is not stored', { document_id: 'd2' }],
    ['another source than the document has', { source: 'security.md' }],
    ['an empty quote', { quote: '', end: start }],
    ['a marker the draft does not have', { marker: 2 }],
  ])('refuses %s', (_what, change) => {
    expect(judge(change).value).toBeLessThan(1);
  });

  it('counts a marker without a citation', () => {
    expect(judge({}, 'It costs $64 [1], or less [7].')).toMatchObject({
      value: 0.5,
      misses: [{ caseId: 'case-1', detail: '[7] stands in the draft without a citation' }],
    });
  });

  it('has no value when nothing was cited, and none that is good when a turn broke', () => {
    expect(measureCitationValidity({ outcomes: [outcomeOf({ cites: [] })], documents }).value).toBeNull();
    expect(measureCitationValidity({ outcomes: [brokenOutcome({ cites: [] })], documents }).value).toBe(0);
  });
});

describe('measureExpectedSources', () => {
  const judgeSources = (cites: (string | string[])[], cited: string[]) =>
    measureExpectedSources({
      outcomes: [outcomeOf({ cites }, { citations: cited.map((source) => ({ ...citation, source })) })],
      documents,
    }).value;

  it('wants every expected source and allows others', () => {
    expect(judgeSources(['pricing.md'], ['pricing.md', 'security.md'])).toBe(1);
    expect(judgeSources(['pricing.md', 'security.md'], ['pricing.md'])).toBe(0);
  });

  it('takes any of several documents that say the same', () => {
    expect(judgeSources([['pricing.md', 'faq.md']], ['faq.md'])).toBe(1);
    expect(judgeSources([['pricing.md', 'faq.md']], ['security.md'])).toBe(0);
  });

  it('takes an empty list for "cites nothing"', () => {
    expect(judgeSources([], [])).toBe(1);
    expect(judgeSources([], ['pricing.md'])).toBe(0);
  });
});
