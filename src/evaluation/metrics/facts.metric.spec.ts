import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureForbiddenTexts, measureRequiredFacts } from './facts.metric.js';

const run = (...outcomes: ReturnType<typeof outcomeOf>[]) => ({ outcomes, documents: new Map() });
const draft = { suggested_response_draft: 'Enterprise is $64 per seat [1].' };

describe('the text metrics', () => {
  it('count required texts one by one', () => {
    const score = measureRequiredFacts(run(outcomeOf({ must_contain: ['$64', '25 seats'] }, draft)));
    expect(score).toMatchObject({ value: 0.5, samples: 2, misses: [{ caseId: 'case-1', detail: 'lacks "25 seats"' }] });
  });

  it('take any of several wordings', () => {
    const judge = (...wordings: string[]) => measureRequiredFacts(run(outcomeOf({ must_contain: [wordings] }, draft)));
    expect(judge('64 dollars', '$64').value).toBe(1);
    expect(judge('64 dollars', '64 USD').misses[0]?.detail).toBe('lacks "64 dollars" or "64 USD"');
  });

  it('count forbidden texts one by one', () => {
    const score = measureForbiddenTexts(run(outcomeOf({ must_not_contain: ['$64', '82'] }, draft)));
    expect(score).toMatchObject({ value: 0.5, misses: [{ caseId: 'case-1', detail: 'says "$64"' }] });
  });

  it('do not praise a broken turn for what it did not say', () => {
    expect(measureForbiddenTexts(run(brokenOutcome({ must_not_contain: ['82'] }))).value).toBe(0);
    expect(measureRequiredFacts(run(brokenOutcome({ must_contain: ['$64'] }))).value).toBe(0);
  });

  it('have no value when no case names a text', () => {
    expect(measureRequiredFacts(run()).value).toBeNull();
    expect(measureForbiddenTexts(run()).value).toBeNull();
  });
});
