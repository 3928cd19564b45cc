import { measureCalibrationError } from '../calibration/measure-calibration-error.js';
import { type EvaluationReport } from '../evaluate.js';
import { listMissedIds } from '../metrics/measure-metrics.js';
import { type TurnOutcome } from '../outcome.js';
import { type Score } from '../score.js';

/** The report for a program. A score that could not be computed is `null` and says why. */
export function toJsonReport(report: EvaluationReport, dataset: string): Record<string, unknown> {
  const { judgements, splits, outcomes, cases, passed, tookMs } = report;
  const missedIds = listMissedIds(judgements.map(({ score }) => score));
  const splitOf = new Map(outcomes.map(({ golden }) => [golden.id, golden.split]));
  return {
    dataset,
    passed,
    cases,
    turns: outcomes.length,
    took_ms: Math.round(tookMs),
    metrics: Object.fromEntries(
      judgements.map(({ name, score, threshold, passed: kept, failure }) => [
        name,
        {
          ...toScore(score),
          dev: toScore(splits.dev[name]),
          heldout: toScore(splits.heldout[name]),
          threshold,
          passed: kept,
          failure,
        },
      ]),
    ),
    calibration_bins: listBins(outcomes, missedIds),
    misses: judgements.flatMap(({ name, score }) =>
      score.misses.map(({ caseId, detail }) => ({
        metric: name,
        case_id: caseId,
        split: splitOf.get(caseId) ?? null,
        detail,
      })),
    ),
    results: outcomes.map((outcome) => toResult(outcome, !missedIds.has(outcome.golden.id))),
  };
}

function toScore({ value, reason, samples, note }: Score): Record<string, unknown> {
  return { value, reason, samples, ...(note === undefined ? {} : { note }) };
}

function listBins(outcomes: readonly TurnOutcome[], missedIds: ReadonlySet<string>): Record<string, number>[] {
  const forecasts = outcomes.flatMap(({ golden, answer }) =>
    answer === null ? [] : [{ probability: answer.confidence_score, happened: !missedIds.has(golden.id) }],
  );
  return measureCalibrationError(forecasts).bins.map(({ from, to, samples, meanProbability, share }) => ({
    from,
    to,
    samples,
    mean_confidence: meanProbability,
    share_passed: share,
  }));
}

function toResult({ golden, answer, latencyMs, fault }: TurnOutcome, passed: boolean): Record<string, unknown> {
  const asked = { id: golden.id, split: golden.split, message: golden.message, passed, fault };
  if (answer === null) return asked;
  const { intent, intent_confidence, secondary_intents, entities, sentiment } = answer.detailed_analysis;
  return {
    ...asked,
    intent,
    intent_confidence,
    secondary_intents,
    entities: entities.map(({ type, value }) => ({ type, value })),
    sentiment: sentiment.label,
    status: answer.status,
    tools: answer.tool_usage_log.map(({ tool, input }) => ({ tool, input })),
    draft: answer.suggested_response_draft,
    sources: [...new Set(answer.citations.map(({ source }) => source))],
    next_steps: answer.internal_next_steps,
    confidence: answer.confidence_score,
    model: answer.model.provider,
    latency_ms: Math.round(latencyMs * 10) / 10,
  };
}
