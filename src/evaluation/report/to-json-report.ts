import { type EvaluationReport } from '../evaluate.js';
import { type CaseOutcome } from '../outcome.js';

/** The report for a program. A score that could not be computed is `null` and says why. */
export function toJsonReport(
  { judgements, outcomes, passed, tookMs }: EvaluationReport,
  dataset: string,
): Record<string, unknown> {
  return {
    dataset,
    passed,
    took_ms: Math.round(tookMs),
    metrics: Object.fromEntries(
      judgements.map(({ name, score, threshold, passed: kept, failure }) => [
        name,
        { value: score.value, reason: score.reason, samples: score.samples, threshold, passed: kept, failure },
      ]),
    ),
    misses: judgements.flatMap(({ name, score }) =>
      score.misses.map(({ caseId, detail }) => ({ metric: name, case_id: caseId, detail })),
    ),
    cases: outcomes.map(toCase),
  };
}

function toCase({ golden, answer, latencyMs, fault }: CaseOutcome): Record<string, unknown> {
  if (answer === null) return { id: golden.id, message: golden.message, fault };
  return {
    id: golden.id,
    message: golden.message,
    fault,
    intent: answer.detailed_analysis.intent,
    intent_confidence: answer.detailed_analysis.intent_confidence,
    secondary_intents: answer.detailed_analysis.secondary_intents,
    status: answer.status,
    tools: answer.tool_usage_log.map(({ tool }) => tool),
    draft: answer.suggested_response_draft,
    sources: [...new Set(answer.citations.map(({ source }) => source))],
    next_steps: answer.internal_next_steps,
    model: answer.model.provider,
    latency_ms: Math.round(latencyMs * 10) / 10,
  };
}
