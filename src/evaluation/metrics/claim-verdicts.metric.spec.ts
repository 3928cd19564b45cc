import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureClaimVerdicts } from './claim-verdicts.metric.js';

type Claim = NonNullable<ReturnType<typeof outcomeOf>['answer']>['claims'][number];

const documents = new Map([['d1', { source: 'pricing.md', content: 'Enterprise costs $64, or $3,200 for 50 seats.' }]]);
const citations = [{ marker: 1, document_id: 'd1', source: 'pricing.md', quote: 'Enterprise', start: 0, end: 10 }];
const judge = (claim: Partial<Claim>, cited = citations) =>
  measureClaimVerdicts({
    outcomes: [
      outcomeOf(
        { status: 'success' },
        {
          claims: [{ text: '$3200', verdict: 'verified', evidence: { kind: 'knowledge' }, ...claim }],
          citations: cited,
        },
      ),
    ],
    documents,
  });

describe('measureClaimVerdicts', () => {
  it('accepts a verified claim whose digits stand in a cited document', () => {
    expect(judge({})).toMatchObject({ value: 1, samples: 1 });
    expect(judge({ text: '1.5 hours', evidence: { kind: 'customer' } }).value).toBe(1);
  });

  it.each<[string, Partial<Claim>]>([
    ['unsupported', { verdict: 'unsupported' }],
    ['contradicted', { verdict: 'contradicted' }],
    ['verified by nothing', { evidence: null }],
    ['nowhere in what is cited', { text: '$46' }],
  ])('refuses a claim that is %s', (_what, claim) => {
    expect(judge(claim).value).toBe(0);
  });

  it('refuses a claim from the knowledge base in an answer that cites nothing', () => {
    expect(judge({}, []).value).toBe(0);
  });

  it('has no value without claims, and none that is good when a turn broke', () => {
    expect(measureClaimVerdicts({ outcomes: [outcomeOf({ cites: [] })], documents }).value).toBeNull();
    expect(measureClaimVerdicts({ outcomes: [brokenOutcome({ cites: [] })], documents }).value).toBe(0);
  });
});
