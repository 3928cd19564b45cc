import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureCalibration } from './calibration.metric.js';

const turn = (id: string, confidence_score: number) => outcomeOf({ status: 'success' }, { confidence_score }, { id });
const run = (...outcomes: ReturnType<typeof outcomeOf>[]) => ({ outcomes, documents: new Map() });

describe('measureCalibration', () => {
  it('holds the confidence against whether the turn missed anything, and says that so few turns prove little', () => {
    const score = measureCalibration(run(turn('a', 0.75), turn('b', 0.75)), new Set(['b']));
    expect(score).toMatchObject({ value: 0.25, samples: 2, note: 'insufficient data' });
  });

  it('says no such thing from 500 turns on', () => {
    const outcomes = Array.from({ length: 500 }, (_, index) => turn(`t${index}`, 1));
    const score = measureCalibration(run(...outcomes), new Set());
    expect(score.value).toBe(0);
    expect(score.note).toBeUndefined();
  });

  it('has no value when a turn broke or none was run', () => {
    expect(measureCalibration(run(brokenOutcome({ tools: [] })), new Set()).value).toBeNull();
    expect(measureCalibration(run(), new Set())).toMatchObject({ value: null, reason: 'no case was run' });
  });
});
