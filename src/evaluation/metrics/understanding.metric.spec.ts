import { analysisOf, brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureEntityPrecision, measureEntityRecall, measureSentiment } from './understanding.metric.js';

type Entities = NonNullable<Parameters<typeof outcomeOf>[0]['entities']>;

const run = (...outcomes: ReturnType<typeof outcomeOf>[]) => ({ outcomes, documents: new Map() });
const seats = { type: 'quantity', value: '50' } as const;
const plan = { type: 'plan', value: 'Enterprise' } as const;
const judge = (expected: Entities, found: Pick<Entities[number], 'type' | 'value'>[]) => {
  const outcomes = run(outcomeOf({ entities: expected }, analysisOf('pricing_inquiry', { entities: found })));
  return { precision: measureEntityPrecision(outcomes), recall: measureEntityRecall(outcomes) };
};

describe('the entity metrics', () => {
  it('count what was found of the expected, and what was expected of the found', () => {
    const { precision, recall } = judge([seats, plan], [seats, { type: 'money', value: '5.00 USD' }]);
    expect(precision).toMatchObject({ value: 0.5, misses: [{ caseId: 'case-1', detail: 'found money 5.00 usd' }] });
    expect(recall).toMatchObject({ value: 0.5, misses: [{ caseId: 'case-1', detail: 'lacks plan enterprise' }] });
  });

  it('overlook case and repetition, but not the type', () => {
    expect(judge([plan], [{ type: 'plan', value: 'enterprise' }, plan]).precision).toMatchObject({
      value: 1,
      samples: 1,
    });
    expect(judge([plan], [{ type: 'product', value: 'Enterprise' }]).recall.value).toBe(0);
  });

  it('neither want nor mind an optional entity', () => {
    const optional = { ...seats, optional: true } as const;
    expect(judge([optional, plan], [plan])).toMatchObject({ precision: { value: 1 }, recall: { value: 1 } });
    expect(judge([optional, plan], [plan, seats])).toMatchObject({ precision: { value: 1 }, recall: { value: 1 } });
  });

  it('take an empty list for "names nothing", which only precision can judge', () => {
    expect(judge([], [seats]).precision.value).toBe(0);
    expect(judge([], []).recall).toMatchObject({ value: null, reason: 'no case expects an entity' });
  });

  it('do not take a broken turn for one without entities', () => {
    const broken = run(brokenOutcome({ entities: [] }));
    expect([measureEntityPrecision(broken).value, measureEntityRecall(broken).value]).toEqual([0, 0]);
  });
});

describe('measureSentiment', () => {
  it('counts the share of expected labels', () => {
    const angry = analysisOf('support_issue', { sentiment: { label: 'negative' } });
    expect(
      measureSentiment(run(outcomeOf({ sentiment: 'negative' }, angry), outcomeOf({ sentiment: 'positive' }, angry))),
    ).toMatchObject({ value: 0.5, misses: [{ detail: 'expected positive, got negative' }] });
  });
});
