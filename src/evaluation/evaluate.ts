import { type ReplyService } from '../conversations/index.js';
import { type GoldenCase } from './dataset/golden-case.js';
import { type DocumentRepository } from './document.repository.js';
import { judgeScores, type Judgement } from './gate/judge-scores.js';
import { type Thresholds } from './gate/read-thresholds.js';
import { measureMetrics } from './metrics/measure-metrics.js';
import { type CaseOutcome } from './outcome.js';
import { runCase } from './run-case.js';

/** What an evaluation found. */
export interface EvaluationReport {
  judgements: Judgement[];
  outcomes: CaseOutcome[];
  /** Whether every metric keeps to its threshold. */
  passed: boolean;
  tookMs: number;
}

/** Runs every case, one after the other so that their times are their own, and judges the whole. */
export async function evaluate(
  product: { replies: ReplyService; documents: DocumentRepository },
  cases: readonly GoldenCase[],
  thresholds: Thresholds,
): Promise<EvaluationReport> {
  const startedAt = performance.now();
  const outcomes: CaseOutcome[] = [];
  for (const golden of cases) outcomes.push(await runCase(product.replies, golden));
  const citedIds = outcomes.flatMap(({ answer }) => answer?.citations.map(({ document_id }) => document_id) ?? []);
  const documents = await product.documents.findByIds(citedIds);
  const judgements = judgeScores(measureMetrics({ outcomes, documents }), thresholds);
  return {
    judgements,
    outcomes,
    passed: judgements.every(({ passed }) => passed),
    tookMs: performance.now() - startedAt,
  };
}
