/** Shares from 0 to 1: the more the better. */
export const SHARE_METRICS = [
  'intent_accuracy',
  'intent_macro_f1',
  'tool_choice',
  'required_facts',
  'forbidden_texts_absent',
  'citation_validity',
  'expected_sources',
  'next_steps',
  'status_accuracy',
] as const;

/** Counts and milliseconds: the less the better. */
export const COST_METRICS = ['unscored_cases', 'unsupported_claims', 'latency_p50_ms', 'latency_p95_ms'] as const;

export const METRIC_NAMES = [...SHARE_METRICS, ...COST_METRICS] as const;
export type MetricName = (typeof METRIC_NAMES)[number];
