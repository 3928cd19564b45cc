import { CONFIDENCE_CALIBRATION } from './confidence-calibration.js';
import { judgeConfidence, scoreConfidence, type ConfidenceSigns } from './score-confidence.js';

const good: ConfidenceSigns = {
  intentProbability: 0.95,
  evidenceScore: 0.9,
  isEvidenceMissing: false,
  droppedSentences: 0,
  degraded: false,
};
const score = (change: Partial<ConfidenceSigns>): number => scoreConfidence({ ...good, ...change });

describe('judgeConfidence', () => {
  it.each<[string, Partial<ConfidenceSigns>]>([
    ['evidence was needed and is missing', { isEvidenceMissing: true, evidenceScore: 0.1 }],
    ['sentences had to be dropped', { droppedSentences: 2 }],
    ['something was left unanswered', { coverage: 0.5 }],
    ['a name that was asked about is nowhere', { missingNames: 1 }],
    ['sources contradict each other', { contradiction: true }],
    ['a fallback answered', { degraded: true }],
  ])('is not surer when %s', (_what, change) => {
    expect(score(change)).toBeLessThanOrEqual(score({}));
  });

  it('is surer of a clear message with good evidence than of a vague one with none', () => {
    expect(score({ intentProbability: 0.3, evidenceScore: 0.1, isEvidenceMissing: true })).toBeLessThan(
      score({}) - 0.1,
    );
  });

  it('says how many golden turns it was fitted to', () => {
    const { samples } = CONFIDENCE_CALIBRATION;
    expect(judgeConfidence(good).confidenceBasis).toEqual({ calibrated: samples > 0, samples });
  });

  it('stays between 0 and 1 whatever the signs say', () => {
    const wild = [Number.NaN, Infinity, -Infinity, -5, 1e9];
    for (const value of wild) {
      const got = score({
        intentProbability: value,
        evidenceScore: value,
        droppedSentences: value,
        missingNames: value,
      });
      expect(got).toBeGreaterThanOrEqual(0);
      expect(got).toBeLessThanOrEqual(1);
    }
  });

  it('hands out the signs by the names the weights have', () => {
    const { confidenceSigns } = judgeConfidence({ ...good, evidenceScore: null, coverage: 0.75 });
    expect(Object.keys(confidenceSigns).sort()).toEqual(Object.keys(CONFIDENCE_CALIBRATION.weights).sort());
    expect(confidenceSigns).toMatchObject({ evidenceNeeded: 0, evidence: 0, uncovered: 0.25 });
  });
});
