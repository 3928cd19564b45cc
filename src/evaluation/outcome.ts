import { type Entity, type Intent, type Sentiment, type ShopIntent } from '../nlu/index.js';
import { type GoldenTurn } from './dataset/list-turns.js';

/** What the evaluation looks at of the body that callers of the product get. */
export interface Answer {
  status: 'success' | 'needs_clarification';
  detailed_analysis: {
    intent: Intent | ShopIntent;
    intent_confidence: number;
    secondary_intents: readonly (Intent | ShopIntent)[];
    entities: readonly Pick<Entity, 'type' | 'value'>[];
    sentiment: Pick<Sentiment, 'label'>;
  };
  suggested_response_draft: string;
  citations: readonly {
    marker: number;
    document_id: string;
    source: string;
    quote: string;
    start: number;
    end: number;
  }[];
  claims: readonly { text: string; verdict: string; evidence: { kind: string } | null }[];
  internal_next_steps: readonly { action: string; details: Record<string, unknown> }[];
  tool_usage_log: readonly { tool: string; input: Record<string, unknown> }[];
  /** 0..1 */
  confidence_score: number;
  model: { provider: string };
}

/** The signs a turn's confidence was worked out from, by name; null where the turn does not tell them. */
export type TurnSigns = Readonly<Record<string, number>> | null;

interface PlayedTurn {
  golden: GoldenTurn;
  /** What both sides had written before, oldest first. */
  earlier: readonly string[];
}

/** What became of one golden turn: an answer, or the reason why there is none. */
export type TurnOutcome = PlayedTurn &
  (
    | { answer: Answer; signs: TurnSigns; latencyMs: number; fault: null }
    | { answer: null; signs: null; latencyMs: null; fault: string }
  );

/** A document as it is stored, to hold citations against. */
export interface StoredDocument {
  source: string;
  content: string;
}

/** Everything the metrics look at. */
export interface EvaluationRun {
  outcomes: readonly TurnOutcome[];
  /** By document id; what a citation names and is not in here does not exist. */
  documents: ReadonlyMap<string, StoredDocument>;
}
