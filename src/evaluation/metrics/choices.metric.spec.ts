import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import {
  measureNextStepDetails,
  measureNextSteps,
  measureStatus,
  measureToolArguments,
  measureToolChoice,
} from './choices.metric.js';

const run = (...outcomes: ReturnType<typeof outcomeOf>[]) => ({ outcomes, documents: new Map() });
const use = (tool: string, input: Record<string, unknown> = {}) => ({ tool, input });
const flag = (reason: string) => ({ action: 'FLAG_FOR_HUMAN_REVIEW', details: { reason } });

describe('measureToolChoice', () => {
  const expected = { tools: ['query_knowledge_base' as const] };

  it('wants exactly the expected tools: one too many and one too often are wrong', () => {
    const used = (...tools: string[]) => outcomeOf(expected, { tool_usage_log: tools.map((tool) => use(tool)) });
    expect(measureToolChoice(run(used('query_knowledge_base'))).value).toBe(1);
    expect(measureToolChoice(run(used('query_knowledge_base', 'fetch_prospect_details'))).value).toBe(0);
    expect(measureToolChoice(run(used('query_knowledge_base', 'query_knowledge_base'))).value).toBe(0);
    expect(measureToolChoice(run(used())).misses[0]?.detail).toBe('expected query_knowledge_base, used none');
  });

  it('lets one tool be asked two different things', () => {
    const uses = [use('query_knowledge_base', { query: 'price' }), use('query_knowledge_base', { query: 'trial' })];
    expect(measureToolChoice(run(outcomeOf(expected, { tool_usage_log: uses }))).value).toBe(1);
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

describe('measureToolArguments', () => {
  const wanted = { tool: 'query_knowledge_base' as const, input: { query: { contains: ['Enterprise', '50'] } } };
  const judge = (...uses: ReturnType<typeof use>[]) =>
    measureToolArguments(run(outcomeOf({ tools: [wanted] }, { tool_usage_log: uses })));

  it('holds the rules against the call of the tool that keeps most of them', () => {
    expect(
      judge(
        use('query_knowledge_base', { query: 'Hello' }),
        use('query_knowledge_base', { query: 'Enterprise for 50' }),
      ).value,
    ).toBe(1);
    expect(judge(use('query_knowledge_base', { query: 'Team for 50' })).misses[0]?.detail).toBe(
      'query_knowledge_base.query: expected something with ["Enterprise","50"], got "Team for 50"',
    );
  });

  it('counts every rule as broken when the tool was not used', () => {
    expect(judge(use('fetch_prospect_details', { query: 'Enterprise 50' })).value).toBe(0);
  });

  it('judges no tool that is named without arguments', () => {
    expect(measureToolArguments(run(outcomeOf({ tools: ['query_knowledge_base'] }))).value).toBeNull();
  });
});

describe('measureNextStepDetails', () => {
  it('holds field, date and reason against the step of the action', () => {
    const step = { action: 'SCHEDULE_FOLLOW_UP' as const, details: { date: '2026-11-24' } };
    const judge = (date: string) =>
      measureNextStepDetails(
        run(
          outcomeOf(
            { next_steps: [step] },
            { internal_next_steps: [{ action: 'SCHEDULE_FOLLOW_UP', details: { date, purpose: 'Demo' } }] },
          ),
        ),
      );
    expect(judge('2026-11-24').value).toBe(1);
    expect(judge('2026-11-25').misses[0]?.detail).toBe(
      'SCHEDULE_FOLLOW_UP.date: expected "2026-11-24", got "2026-11-25"',
    );
    expect(measureNextSteps(run(outcomeOf({ next_steps: [step] }))).value).toBe(0);
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
