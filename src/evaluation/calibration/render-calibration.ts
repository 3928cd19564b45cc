import { type ConfidenceFit } from './fit-confidence.js';

/** The fit as the source file the product is built with. */
export function renderCalibration(
  { samples, crossValidatedError, intercept, weights }: ConfidenceFit,
  datasetHash: string,
): string {
  return [
    '/** Written by `npm run eval -- --calibrate`: a logistic fit over the golden turns. Not to be edited by hand. */',
    'export const CONFIDENCE_CALIBRATION = {',
    '  /** Turns it was fitted to; 0 is not fitted. */',
    `  samples: ${samples},`,
    '  /** SHA-256 of the cases it was fitted to, as canonical JSON. */',
    `  datasetHash: '${datasetHash}',`,
    '  /** Expected calibration error, cross-validated in five folds. */',
    `  crossValidatedError: ${round(crossValidatedError)},`,
    `  intercept: ${round(intercept)},`,
    '  weights: {',
    ...Object.entries(weights).map(([name, weight]) => `    ${name}: ${round(weight)},`),
    '  },',
    '};',
    '',
  ].join('\n');
}

/** Four decimals: more would only make noise of a later fit. */
function round(value: number): number {
  const rounded = Math.round(value * 10_000) / 10_000;
  return Object.is(rounded, -0) ? 0 : rounded;
}
