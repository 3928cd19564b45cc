/** Written by `npm run eval -- --calibrate`: a logistic fit over the golden turns. Not to be edited by hand. */
export const CONFIDENCE_CALIBRATION = {
  /** Turns it was fitted to; 0 is not fitted. */
  samples: 225,
  /** SHA-256 of the cases it was fitted to, as canonical JSON. */
  datasetHash: 'e9c39d707d019542716fea99927664fcb93510929d31038498934df48e9de919',
  /** Expected calibration error, cross-validated in five folds. */
  crossValidatedError: 0.0765,
  intercept: -0.2861,
  weights: {
    intent: 2.2034,
    evidenceNeeded: -0.7458,
    evidence: 0.9414,
    evidenceMissing: 0,
    uncovered: -0.2324,
    missingNames: 0,
    dropped: -1.0478,
    contradiction: -0.5,
    degraded: -0.3,
  },
};
