import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { type TurnOutcome } from '../outcome.js';
import { measureLatencyP50, measureLatencyP95 } from './latency.metric.js';

const timed = (latencyMs: number): TurnOutcome => ({ ...outcomeOf({ tools: [] }), latencyMs }) as TurnOutcome;
const run = (outcomes: TurnOutcome[]) => ({ outcomes, documents: new Map() });

describe('the latency metrics', () => {
  it('are measured values, by nearest rank, whatever the order', () => {
    const times = Array.from({ length: 20 }, (_, index) => timed(20 - index));
    expect([measureLatencyP50(run(times)).value, measureLatencyP95(run(times)).value]).toEqual([10, 19]);
    expect(measureLatencyP95(run([timed(7)])).value).toBe(7);
  });

  it('have no value when a turn broke or none was run', () => {
    expect(measureLatencyP50(run([timed(1), brokenOutcome({ tools: [] })])).value).toBeNull();
    expect(measureLatencyP95(run([]))).toMatchObject({ value: null, reason: 'no case was run' });
  });
});
