import { type GoldenCase, type Split } from './dataset/golden-case.js';
import { type DocumentRepository } from './document.repository.js';
import { judgeScores, type Judgement } from './gate/judge-scores.js';
import { type Thresholds } from './gate/read-thresholds.js';
import { measureMetrics } from './metrics/measure-metrics.js';
import { type MetricName } from './metrics/metric-name.js';
import { type EvaluationRun, type TurnOutcome } from './outcome.js';
import { runCase, type PlayedProduct } from './run-case.js';
import { type Score } from './score.js';

/** What an evaluation found. */
export interface EvaluationReport {
  /** Of all turns together; the gate looks at these. */
  judgements: Judgement[];
  /** The same metrics over the turns that are tuned on and over those that are not. */
  splits: Record<Split, Record<MetricName, Score>>;
  cases: number;
  outcomes: TurnOutcome[];
  /** Whether every metric keeps to its threshold. */
  passed: boolean;
  tookMs: number;
}

/** Runs every case, one after the other so that their times are their own, and judges the whole. */
export async function evaluate(
  product: PlayedProduct & { documents: DocumentRepository },
  cases: readonly GoldenCase[],
  thresholds: Thresholds,
): Promise<EvaluationReport> {
  const startedAt = performance.now();
  const outcomes: TurnOutcome[] = [];
  for (const golden of cases) outcomes.push(...(await runCase(product, golden)));
  const citedIds = outcomes.flatMap(({ answer }) => answer?.citations.map(({ document_id }) => document_id) ?? []);
  const run: EvaluationRun = { outcomes, documents: await product.documents.findByIds(citedIds) };
  const judgements = judgeScores(measureMetrics(run), thresholds);
  return {
    judgements,
    splits: { dev: measureSplit(run, 'dev'), heldout: measureSplit(run, 'heldout') },
    cases: cases.length,
    outcomes,
    passed: judgements.every(({ passed }) => passed),
    tookMs: performance.now() - startedAt,
  };
}

function measureSplit({ outcomes, documents }: EvaluationRun, split: Split): Record<MetricName, Score> {
  return measureMetrics({ outcomes: outcomes.filter(({ golden }) => golden.split === split), documents });
}
