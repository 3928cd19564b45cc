import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { judgeScores } from '../gate/judge-scores.js';
import { measureMetrics } from '../metrics/measure-metrics.js';
import { listCalibrationSamples } from './list-calibration-samples.js';

function samplesOf(...outcomes: ReturnType<typeof outcomeOf>[]) {
  const scores = measureMetrics({ outcomes, documents: new Map() });
  const splits = { dev: scores, heldout: scores };
  const judgements = judgeScores(scores, {});
  return listCalibrationSamples({ outcomes, judgements, splits, cases: 1, passed: false, tookMs: 1 });
}
function turn(id: string, status: 'success' | 'needs_clarification'): ReturnType<typeof outcomeOf> {
  const outcome = outcomeOf({ status }, {}, { id });
  return outcome.answer === null ? outcome : { ...outcome, signs: { intent: 0.5 } };
}

describe('listCalibrationSamples', () => {
  it('takes a turn that missed anything for one that did not pass, and keeps the turns of a case together', () => {
    expect(samplesOf(turn('talk#1', 'success'), turn('talk#2', 'needs_clarification'))).toEqual([
      { caseId: 'talk', signs: { intent: 0.5 }, passed: true },
      { caseId: 'talk', signs: { intent: 0.5 }, passed: false },
    ]);
  });

  it('refuses to fit without a turn that told no signs, and names it', () => {
    expect(() => samplesOf(outcomeOf({ status: 'success' }))).toThrow('case case-1 tells no signs');
    expect(() => samplesOf(brokenOutcome({ status: 'success' }))).toThrow('deadline_exceeded');
  });
});
