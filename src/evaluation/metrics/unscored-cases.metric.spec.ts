import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureUnscoredCases } from './unscored-cases.metric.js';

describe('measureUnscoredCases', () => {
  it('counts the cases without an answer and says why there is none', () => {
    const outcomes = [outcomeOf({ tools: [] }), brokenOutcome({ tools: [] })];
    expect(measureUnscoredCases({ outcomes, documents: new Map() })).toMatchObject({
      value: 1,
      misses: [{ caseId: 'case-1', detail: 'deadline_exceeded' }],
    });
  });
});
