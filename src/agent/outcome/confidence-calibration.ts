/** Written by `npm run eval -- --calibrate`: a logistic fit over the golden turns. Not to be edited by hand. */
export const CONFIDENCE_CALIBRATION = {
  /** Turns it was fitted to; 0 is not fitted. */
  samples: 225,
  /** SHA-256 of the cases it was fitted to, as canonical JSON. */
  datasetHash: 'e9c39d707d019542716fea99927664fcb93510929d31038498934df48e9de919',
  /** Expected calibration error, cross-validated in five folds. */
  crossValidatedError: 0.0465,
  intercept: -0.3885,
  weights: {
    intent: 2.0377,
    evidenceNeeded: -0.7515,
    evidence: 1.2033,
    evidenceMissing: -0.2349,
    uncovered: -0.3211,
    missingNames: 0.1765,
    dropped: -1.7029,
    contradiction: -0.5,
    degraded: -0.3,
  },
};
