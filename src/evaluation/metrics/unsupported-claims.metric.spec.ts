import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureUnsupportedClaims } from './unsupported-claims.metric.js';

const quote = 'The Enterprise plan costs $64 per seat per month, with a minimum of 25 seats.';
const citations = [{ marker: 1, document_id: 'd1', source: 'pricing.md', quote, start: 0, end: quote.length }];

const judge = (draft: string, message = 'What does Enterprise cost for 50 seats?') =>
  measureUnsupportedClaims({
    outcomes: [outcomeOf({ status: 'success' }, { suggested_response_draft: draft, citations }, { message })],
    documents: new Map(),
  });

describe('measureUnsupportedClaims', () => {
  it('finds none where figures come from a quote or from the prospect', () => {
    expect(judge('For your 50 seats: Enterprise is $64 per seat per month [1].')).toMatchObject({
      value: 0,
      misses: [],
    });
  });

  it('does not take list numbers and markers for claims', () => {
    expect(judge('1. Enterprise is $64 per seat [1].\n2. Shall we talk?').value).toBe(0);
  });

  it.each([
    ['an invented price', 'Enterprise is $49 per seat [1].'],
    ['an invented deed', 'I have booked the demo for you.'],
    ['a number nobody named', 'We serve 4711 customers.'],
  ])('counts %s once', (_what, draft) => {
    expect(judge(draft).value).toBe(1);
  });

  it('counts what the answer itself calls unverified', () => {
    const claims = [{ text: '$9', verdict: 'contradicted', evidence: null }];
    const outcomes = [outcomeOf({ status: 'success' }, { claims })];
    expect(measureUnsupportedClaims({ outcomes, documents: new Map() }).value).toBe(1);
  });

  it('has no value when a case has no answer', () => {
    const score = measureUnsupportedClaims({ outcomes: [brokenOutcome({ tools: [] })], documents: new Map() });
    expect(score).toMatchObject({ value: null, reason: 'case case-1 has no answer: deadline_exceeded' });
  });
});
