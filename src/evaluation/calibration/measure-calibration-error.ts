/** Below this many samples a calibration error says little. */
export const MIN_CALIBRATION_SAMPLES = 500;
const BINS = 10;

/** A stated probability, and whether what it was about came true. */
export interface Forecast {
  probability: number;
  happened: boolean;
}

/** The forecasts between two probabilities (`to` belongs to the last bin only): what was said, and what came true. */
export interface CalibrationBin {
  from: number;
  to: number;
  samples: number;
  meanProbability: number;
  share: number;
}

/**
 * Expected calibration error: over ten bins of equal width, the gap between the mean probability and the share that came
 * true, weighted by the number of samples (Naeini, Cooper, Hauskrecht 2015). Empty bins are left out.
 */
export function measureCalibrationError(forecasts: readonly Forecast[]): {
  error: number | null;
  bins: CalibrationBin[];
} {
  const bins = Array.from({ length: BINS }, (_, index) => toBin(index, forecasts.filter(isInBin(index)))).filter(
    ({ samples }) => samples > 0,
  );
  if (bins.length === 0) return { error: null, bins };
  const gaps = bins.map(({ samples, meanProbability, share }) => samples * Math.abs(meanProbability - share));
  return { error: gaps.reduce((sum, gap) => sum + gap, 0) / forecasts.length, bins };
}

const isInBin =
  (index: number) =>
  ({ probability }: Forecast): boolean =>
    Math.min(BINS - 1, Math.max(0, Math.floor(probability * BINS))) === index;

function toBin(index: number, forecasts: readonly Forecast[]): CalibrationBin {
  const samples = forecasts.length;
  return {
    from: index / BINS,
    to: (index + 1) / BINS,
    samples,
    meanProbability: forecasts.reduce((sum, { probability }) => sum + probability, 0) / samples,
    share: forecasts.filter(({ happened }) => happened).length / samples,
  };
}
