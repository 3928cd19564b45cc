import { type Intent } from '../nlu/index.js';
import { type GoldenCase } from './dataset/golden-case.js';

/** What the evaluation looks at of the body that callers of the product get. */
export interface Answer {
  status: 'success' | 'needs_clarification';
  detailed_analysis: { intent: Intent; intent_confidence: number; secondary_intents: readonly Intent[] };
  suggested_response_draft: string;
  citations: readonly {
    marker: number;
    document_id: string;
    source: string;
    quote: string;
    start: number;
    end: number;
  }[];
  claims: readonly { text: string; verdict: string }[];
  internal_next_steps: readonly { action: string; details: Record<string, unknown> }[];
  tool_usage_log: readonly { tool: string }[];
  model: { provider: string };
}

/** What became of one golden case: an answer, or the reason why there is none. */
export type CaseOutcome =
  | { golden: GoldenCase; answer: Answer; latencyMs: number; fault: null }
  | { golden: GoldenCase; answer: null; latencyMs: null; fault: string };

/** A document as it is stored, to hold citations against. */
export interface StoredDocument {
  source: string;
  content: string;
}

/** Everything the metrics look at. */
export interface EvaluationRun {
  outcomes: readonly CaseOutcome[];
  /** By document id; what a citation names and is not in here does not exist. */
  documents: ReadonlyMap<string, StoredDocument>;
}
