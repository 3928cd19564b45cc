/** Shares from 0 to 1: the more the better. */
export const SHARE_METRICS = [
  'intent_accuracy',
  'intent_macro_f1',
  'secondary_intents',
  'entity_precision',
  'entity_recall',
  'sentiment_accuracy',
  'tool_choice',
  'tool_arguments',
  'required_facts',
  'forbidden_texts_absent',
  'citation_validity',
  'expected_sources',
  'claim_verdicts',
  'next_steps',
  'next_step_details',
  'status_accuracy',
  'behaviour',
] as const;

/** Counts, errors and milliseconds: the less the better. */
export const COST_METRICS = [
  'unscored_cases',
  'unsupported_claims',
  'calibration_error',
  'latency_p50_ms',
  'latency_p95_ms',
] as const;

export const METRIC_NAMES = [...SHARE_METRICS, ...COST_METRICS] as const;
export type MetricName = (typeof METRIC_NAMES)[number];
