import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureNextSteps, measureStatus, measureToolChoice } from './choices.metric.js';

const run = (...outcomes: ReturnType<typeof outcomeOf>[]) => ({ outcomes, documents: new Map() });
const use = (tool: string) => ({ tool });
const flag = (reason: string) => ({ action: 'FLAG_FOR_HUMAN_REVIEW', details: { reason } });

describe('measureToolChoice', () => {
  const expected = { tools: ['query_knowledge_base' as const] };

  it('wants exactly the expected tools: one too many and one too often are wrong', () => {
    const used = (...tools: string[]) => outcomeOf(expected, { tool_usage_log: tools.map(use) });
    expect(measureToolChoice(run(used('query_knowledge_base'))).value).toBe(1);
    expect(measureToolChoice(run(used('query_knowledge_base', 'fetch_prospect_details'))).value).toBe(0);
    expect(measureToolChoice(run(used('query_knowledge_base', 'query_knowledge_base'))).value).toBe(0);
    expect(measureToolChoice(run(used())).misses[0]?.detail).toBe('expected query_knowledge_base, used none');
  });

  it('takes an empty list for "no tool"', () => {
    expect(measureToolChoice(run(outcomeOf({ tools: [] }))).value).toBe(1);
    expect(
      measureToolChoice(run(outcomeOf({ tools: [] }, { tool_usage_log: [use('query_knowledge_base')] }))).value,
    ).toBe(0);
  });

  it('does not take a broken turn for one that needed no tool', () => {
    expect(measureToolChoice(run(brokenOutcome({ tools: [] }))).value).toBe(0);
  });
});

describe('measureNextSteps', () => {
  it('compares the reason of a review where the case names one', () => {
    const got = { internal_next_steps: [flag('legal'), flag('no_evidence')] };
    const judge = (...steps: ('FLAG_FOR_HUMAN_REVIEW' | 'FLAG_FOR_HUMAN_REVIEW:legal' | 'NO_ACTION')[]) =>
      measureNextSteps(run(outcomeOf({ next_steps: steps }, got))).value;
    expect(judge('FLAG_FOR_HUMAN_REVIEW', 'FLAG_FOR_HUMAN_REVIEW:legal')).toBe(1);
    expect(judge('FLAG_FOR_HUMAN_REVIEW:legal')).toBe(0);
    expect(judge('FLAG_FOR_HUMAN_REVIEW:legal', 'FLAG_FOR_HUMAN_REVIEW:legal')).toBe(0);
    expect(judge('NO_ACTION', 'FLAG_FOR_HUMAN_REVIEW')).toBe(0);
  });
});

describe('measureStatus', () => {
  it('counts the share of expected statuses', () => {
    expect(
      measureStatus(run(outcomeOf({ status: 'success' }), outcomeOf({ status: 'needs_clarification' }))).value,
    ).toBe(0.5);
    expect(measureStatus(run(outcomeOf({ tools: [] })))).toMatchObject({
      value: null,
      reason: 'no case expects a status',
    });
  });
});
