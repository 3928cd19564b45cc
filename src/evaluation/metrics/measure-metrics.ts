import { type EvaluationRun } from '../outcome.js';
import { type Score } from '../score.js';
import { measureBehaviour } from './behaviour.metric.js';
import { measureCalibration } from './calibration.metric.js';
import {
  measureNextStepDetails,
  measureNextSteps,
  measureStatus,
  measureToolArguments,
  measureToolChoice,
} from './choices.metric.js';
import { measureCitationValidity, measureExpectedSources } from './citations.metric.js';
import { measureClaimVerdicts } from './claim-verdicts.metric.js';
import { measureForbiddenTexts, measureRequiredFacts } from './facts.metric.js';
import { measureIntentAccuracy, measureIntentMacroF1, measureSecondaryIntents } from './intents.metric.js';
import { measureLatencyP50, measureLatencyP95 } from './latency.metric.js';
import { type MetricName } from './metric-name.js';
import { measureEntityPrecision, measureEntityRecall, measureSentiment } from './understanding.metric.js';
import { measureUnscoredCases } from './unscored-cases.metric.js';
import { measureUnsupportedClaims } from './unsupported-claims.metric.js';

const METRICS: Record<Exclude<MetricName, 'calibration_error'>, (run: EvaluationRun) => Score> = {
  unscored_cases: measureUnscoredCases,
  intent_accuracy: measureIntentAccuracy,
  intent_macro_f1: measureIntentMacroF1,
  secondary_intents: measureSecondaryIntents,
  entity_precision: measureEntityPrecision,
  entity_recall: measureEntityRecall,
  sentiment_accuracy: measureSentiment,
  tool_choice: measureToolChoice,
  tool_arguments: measureToolArguments,
  required_facts: measureRequiredFacts,
  forbidden_texts_absent: measureForbiddenTexts,
  citation_validity: measureCitationValidity,
  expected_sources: measureExpectedSources,
  claim_verdicts: measureClaimVerdicts,
  unsupported_claims: measureUnsupportedClaims,
  next_steps: measureNextSteps,
  next_step_details: measureNextStepDetails,
  status_accuracy: measureStatus,
  behaviour: measureBehaviour,
  latency_p50_ms: measureLatencyP50,
  latency_p95_ms: measureLatencyP95,
};

/** Every metric of one run. Whether a turn passed, which the confidence is held against, follows from the others. */
export function measureMetrics(run: EvaluationRun): Record<MetricName, Score> {
  const scores = Object.fromEntries(Object.entries(METRICS).map(([name, measure]) => [name, measure(run)])) as Record<
    MetricName,
    Score
  >;
  return { ...scores, calibration_error: measureCalibration(run, listMissedIds(Object.values(scores))) };
}

/** The turns that missed anything. */
export function listMissedIds(scores: readonly Score[]): Set<string> {
  return new Set(scores.flatMap(({ misses }) => misses.map(({ caseId }) => caseId)));
}
