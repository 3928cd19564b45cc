import { measureCalibrationError } from './measure-calibration-error.js';

const forecasts = (probability: number, ...happened: boolean[]) =>
  happened.map((came) => ({ probability, happened: came }));

describe('measureCalibrationError', () => {
  it('is nothing where every bin came true as often as it was said', () => {
    expect(measureCalibrationError(forecasts(0.5, true, false)).error).toBe(0);
  });

  it('weighs the gap of each bin by its samples', () => {
    // 0.9 said and 0 of 1 true: gap 0.9; 0.2 said and 0 of 3 true: gap 0.2.
    const { error, bins } = measureCalibrationError([
      ...forecasts(0.95, false),
      ...forecasts(0.25, false, false, false),
    ]);
    expect(error).toBeCloseTo((0.95 + 3 * 0.25) / 4);
    expect(bins.map(({ from, samples, share }) => [from, samples, share])).toEqual([
      [0.2, 3, 0],
      [0.9, 1, 0],
    ]);
  });

  it('puts a certainty in the last bin and an impossibility in the first', () => {
    expect(
      measureCalibrationError([...forecasts(1, true), ...forecasts(0, false)]).bins.map(({ from }) => from),
    ).toEqual([0, 0.9]);
  });

  it('has no value without forecasts', () => {
    expect(measureCalibrationError([])).toEqual({ error: null, bins: [] });
  });
});
