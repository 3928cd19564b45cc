/** Written by `npm run eval -- --calibrate`: a logistic fit over the golden turns. Not to be edited by hand. */
export const CONFIDENCE_CALIBRATION = {
  /** Turns it was fitted to; 0 is not fitted. */
  samples: 225,
  /** SHA-256 of the cases it was fitted to, as canonical JSON. */
  datasetHash: 'e9c39d707d019542716fea99927664fcb93510929d31038498934df48e9de919',
  /** Expected calibration error, cross-validated in five folds. */
  crossValidatedError: 0.0503,
  intercept: -0.2014,
  weights: {
    intent: 2.3592,
    evidenceNeeded: -0.8263,
    evidence: 0.7668,
    evidenceMissing: 0,
    uncovered: -0.6406,
    missingNames: 0,
    dropped: -0.7,
    contradiction: -0.5,
    degraded: -0.3,
  },
};
