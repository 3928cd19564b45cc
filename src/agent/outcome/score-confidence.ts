export interface ConfidenceSigns {
  /** Probability of the main intent, 0..1. */
  intentProbability: number;
  /** How well the passages cover the question, 0..1; null when no evidence was needed. */
  evidenceScore: number | null;
  /** Something was asked about that no passage has. */
  isEvidenceMissing: boolean;
  droppedSentences: number;
  degraded: boolean;
}

const WITHOUT_EVIDENCE_NEEDED = 0.8;
const PER_DROPPED_SENTENCE = 0.7;
const WHEN_MISSING = 0.5;
const WHEN_DEGRADED = 0.9;

/**
 * How far the draft can be relied on, 0..1: the geometric mean of understanding and evidence, lowered for every sentence
 * that had to be dropped and for an answer from a fallback. An ordering, not yet a probability: it says `calibrated: false`
 * until it has been fitted to golden cases.
 */
export function scoreConfidence({
  intentProbability,
  evidenceScore,
  isEvidenceMissing,
  droppedSentences,
  degraded,
}: ConfidenceSigns): number {
  const evidence = evidenceScore ?? WITHOUT_EVIDENCE_NEEDED;
  const base = Math.sqrt(clamp(intentProbability) * clamp(evidence));
  const sure = base * (isEvidenceMissing ? WHEN_MISSING : 1);
  const score = sure * PER_DROPPED_SENTENCE ** droppedSentences * (degraded ? WHEN_DEGRADED : 1);
  return Math.round(clamp(score) * 1_000) / 1_000;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
