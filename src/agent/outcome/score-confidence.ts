import { CONFIDENCE_CALIBRATION } from './confidence-calibration.js';

export interface ConfidenceSigns {
  /** Probability of the main intent, 0..1. */
  intentProbability: number;
  /** How well the passages cover the question, 0..1; null when no evidence was needed. */
  evidenceScore: number | null;
  /** Something was asked about that no passage has. */
  isEvidenceMissing: boolean;
  droppedSentences: number;
  degraded: boolean;
  /** The share of the things asked that the draft answers, 0..1; 1 where nobody counted. */
  coverage?: number;
  /** Names the message asks about that no passage has. */
  missingNames?: number;
  /** Passages that contradict each other, or a sentence dropped because a source says otherwise. */
  contradiction?: boolean;
}

/** The signs as numbers, each rising with what it names. */
export type NamedSigns = Readonly<Record<keyof typeof CONFIDENCE_CALIBRATION.weights, number>>;

export interface JudgedConfidence {
  /** 0..1: the probability that the turn has nothing wrong, as it was fitted to golden turns. */
  confidence: number;
  confidenceBasis: { calibrated: boolean; samples: number };
  /** What the confidence was worked out from; not for callers. */
  confidenceSigns: NamedSigns;
}

/** More of the same says no more. */
const MAX_COUNT = 3;

/** How far a turn can be relied on, with the signs that say so. */
export function judgeConfidence(signs: ConfidenceSigns): JudgedConfidence {
  const { samples, intercept, weights } = CONFIDENCE_CALIBRATION;
  const confidenceSigns = nameSigns(signs);
  const names = Object.keys(weights) as (keyof typeof weights)[];
  const sum = names.reduce((total, name) => total + weights[name] * confidenceSigns[name], intercept);
  const confidence = Math.round(1_000 / (1 + Math.exp(-sum))) / 1_000;
  return { confidence, confidenceBasis: { calibrated: samples > 0, samples }, confidenceSigns };
}

/** The number alone. */
export function scoreConfidence(signs: ConfidenceSigns): number {
  return judgeConfidence(signs).confidence;
}

function nameSigns({
  intentProbability,
  evidenceScore,
  isEvidenceMissing,
  droppedSentences,
  degraded,
  coverage = 1,
  missingNames = 0,
  contradiction = false,
}: ConfidenceSigns): NamedSigns {
  return {
    intent: clamp(intentProbability, 1),
    evidenceNeeded: evidenceScore === null ? 0 : 1,
    evidence: clamp(evidenceScore ?? 0, 1),
    evidenceMissing: Number(isEvidenceMissing),
    uncovered: 1 - clamp(coverage, 1),
    missingNames: clamp(missingNames, MAX_COUNT),
    dropped: clamp(droppedSentences, MAX_COUNT),
    contradiction: Number(contradiction),
    degraded: Number(degraded),
  };
}

/** What is no number counts as nothing. */
function clamp(value: number, max: number): number {
  return Number.isNaN(value) ? 0 : Math.min(max, Math.max(0, value));
}
