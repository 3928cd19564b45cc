import { type EvaluationRun } from '../outcome.js';
import { type Score } from '../score.js';
import { measureNextSteps, measureStatus, measureToolChoice } from './choices.metric.js';
import { measureCitationValidity, measureExpectedSources } from './citations.metric.js';
import { measureForbiddenTexts, measureRequiredFacts } from './facts.metric.js';
import { measureIntentAccuracy, measureIntentMacroF1 } from './intents.metric.js';
import { measureLatencyP50, measureLatencyP95 } from './latency.metric.js';
import { type MetricName } from './metric-name.js';
import { measureUnscoredCases } from './unscored-cases.metric.js';
import { measureUnsupportedClaims } from './unsupported-claims.metric.js';

const METRICS: Record<MetricName, (run: EvaluationRun) => Score> = {
  unscored_cases: measureUnscoredCases,
  intent_accuracy: measureIntentAccuracy,
  intent_macro_f1: measureIntentMacroF1,
  tool_choice: measureToolChoice,
  required_facts: measureRequiredFacts,
  forbidden_texts_absent: measureForbiddenTexts,
  citation_validity: measureCitationValidity,
  expected_sources: measureExpectedSources,
  unsupported_claims: measureUnsupportedClaims,
  next_steps: measureNextSteps,
  status_accuracy: measureStatus,
  latency_p50_ms: measureLatencyP50,
  latency_p95_ms: measureLatencyP95,
};

/** Every metric of one run. */
export function measureMetrics(run: EvaluationRun): Record<MetricName, Score> {
  return Object.fromEntries(Object.entries(METRICS).map(([name, measure]) => [name, measure(run)])) as Record<
    MetricName,
    Score
  >;
}
