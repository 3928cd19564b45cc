import { analysisOf, brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { type TurnOutcome } from '../outcome.js';
import { measureIntentAccuracy, measureIntentMacroF1, measureSecondaryIntents } from './intents.metric.js';

const run = (...outcomes: TurnOutcome[]) => ({ outcomes, documents: new Map() });
const hit = outcomeOf({ intent: 'pricing_inquiry' }, analysisOf('pricing_inquiry'));
const wrong = outcomeOf({ intent: 'pricing_inquiry' }, analysisOf('greeting'));

describe('the intent metrics', () => {
  it('count the share of right intents and name what was wrong', () => {
    const score = measureIntentAccuracy(run(hit, hit, hit, wrong));
    expect(score).toMatchObject({ value: 0.75, samples: 4 });
    expect(score.misses).toEqual([{ caseId: 'case-1', detail: 'expected pricing_inquiry, got greeting' }]);
  });

  it('average F1 over every intent expected or given', () => {
    // pricing: 1 hit, 1 miss -> 2/3; greeting: given once, never expected -> 0.
    expect(measureIntentMacroF1(run(hit, wrong)).value).toBeCloseTo(1 / 3);
    expect(measureIntentMacroF1(run(hit, hit)).value).toBe(1);
  });

  it('take an acceptable intent for the expected one', () => {
    const either = outcomeOf({ intent: 'pricing_inquiry', acceptable_intents: ['greeting'] }, analysisOf('greeting'));
    expect([measureIntentAccuracy(run(either)).value, measureIntentMacroF1(run(either)).value]).toEqual([1, 1]);
  });

  it('look for further intents beside the main one, or in its place', () => {
    const found = analysisOf('pricing_inquiry', { secondary_intents: ['demo_request'] });
    const judge = (...secondary_intents: ('pricing_inquiry' | 'demo_request' | 'thanks')[]) =>
      measureSecondaryIntents(run(outcomeOf({ secondary_intents }, found))).value;
    expect([judge('demo_request'), judge('pricing_inquiry'), judge('demo_request', 'thanks')]).toEqual([1, 1, 0.5]);
  });

  it('count a case without an answer as wrong', () => {
    expect(measureIntentAccuracy(run(hit, brokenOutcome({ intent: 'greeting' }))).value).toBe(0.5);
    expect(measureIntentMacroF1(run(hit, brokenOutcome({ intent: 'greeting' }))).value).toBe(0.5);
  });

  it('have no value, and say why, when no case expects an intent', () => {
    const indifferent = run(outcomeOf({ status: 'success' }));
    expect(measureIntentAccuracy(indifferent)).toMatchObject({ value: null, reason: 'no case expects an intent' });
    expect(measureIntentMacroF1(indifferent)).toMatchObject({ value: null, reason: 'no case expects an intent' });
  });
});
