import { type Customer } from '../customers/index.js';
import { type LlmAttempt, type LlmUsage, type SalesReplyFacts, type ShopFact, type ToolName } from '../llm/index.js';
import { type Entity, type Intent, type Sentiment, type ShopIntent } from '../nlu/index.js';
import { type Citation, type Claim } from '../rag/index.js';
import { type ShopSlots } from './shop/shop-slots.js';

/** Who is spoken to: a prospect, through the sales representative, or a customer of the shop. */
export type Channel = 'sales' | 'shop';

/** Everything one turn may know. The agent asks nobody back: history and identity are handed in. */
export interface Turn {
  channel: Channel;
  conversationId: string;
  /** The assistant's message being written. */
  messageId: string;
  message: string;
  /** Oldest first, without the message itself. */
  history: SalesReplyFacts['history'];
  /** What the caller named as the prospect; null when nobody was named. */
  prospectReference: string | null;
  /** The prospect's record, where the reference is known and the caller may see it. */
  customer: Customer | null;
  /** The shop's user the caller acts for; null for a prospect's turn and for anonymous callers. Tools decide by this alone. */
  shopUserId: string | null;
  /** What the shop conversation was about before this message, as it was stored. */
  slots: Record<string, unknown>;
  now: Date;
  /** When the turn is given up; whoever begins something long asks first whether it fits. */
  deadlineAt: Date;
  /** Only the last backend may be asked. */
  offline: boolean;
  /** Filled as the turn goes on, for whoever has to account for it when it ends early. */
  ledger: TurnLedger;
}

/** What a turn has used so far. */
export interface TurnLedger {
  toolUses: ToolUse[];
  modelCalls: LlmAttempt[];
  promptVersion: string;
}

export type ReviewReason =
  | 'no_evidence'
  | 'contradiction'
  | 'sensitive_topic'
  | 'adverse_event'
  | 'legal'
  | 'angry_customer'
  | 'discount_over_limit'
  | 'low_confidence'
  | 'requested_person'
  | 'suspected_injection'
  | 'internal_data_requested';

/** What a person or another system should do next. Nothing here has been done. */
export type NextStep =
  | { action: 'UPDATE_CRM'; details: { field: string; value: string | boolean; reason: string } }
  | { action: 'SCHEDULE_FOLLOW_UP'; details: { date: string; purpose: string } }
  | { action: 'FLAG_FOR_HUMAN_REVIEW'; details: { reason: ReviewReason; note: string } }
  | { action: 'NO_ACTION'; details: { reason: string } };

export type ToolStatus = 'ok' | 'empty' | 'error' | 'denied';

export interface ToolUse {
  tool: string;
  input: Record<string, unknown>;
  outputSummary: string;
  status: ToolStatus;
  durationMs: number;
}

/** What was understood of the message, as the caller and the history see it. */
export interface TurnAnalysis {
  summary: string;
  intent: Intent | ShopIntent;
  intentConfidence: number;
  secondaryIntents: (Intent | ShopIntent)[];
  entities: Entity[];
  sentiment: Sentiment;
  keyPoints: string[];
  actionRequired: boolean;
  language: string;
}

/** The finished turn. `draft` is the joined text of all deltas. */
export interface Reply {
  status: 'success' | 'needs_clarification';
  analysis: TurnAnalysis;
  draft: string;
  citations: Citation[];
  claims: Claim[];
  nextSteps: NextStep[];
  toolUses: ToolUse[];
  /** 0..1 */
  confidence: number;
  confidenceBasis: { calibrated: boolean; samples: number };
  /** What the confidence was worked out from; for calibrating it, not for callers. */
  confidenceSigns: Readonly<Record<string, number>>;
  trace: string[];
  model: { provider: string; name: string; promptVersion: string; degraded: boolean; degradedReason: string | null };
  usage: LlmUsage;
  modelCalls: LlmAttempt[];
  /** Every record and figure the draft may state; the shop's turns have them. */
  facts: ShopFact[];
  /** What the conversation is about now; null where nothing is kept. */
  slots: ShopSlots | null;
  /** The question the draft asks back. */
  clarifyingQuestion: string | null;
}

/** The one stream a turn is: JSON folds it, server-sent events render it. `end` is the last event. */
export type ReplyEvent =
  | { type: 'analysis'; analysis: TurnAnalysis }
  | { type: 'tool-call'; callId: string; tool: string; input: Record<string, unknown> }
  | { type: 'tool-result'; callId: string; tool: string; status: ToolStatus; outputSummary: string; durationMs: number }
  | { type: 'text-delta'; delta: string }
  | { type: 'citation'; citation: Citation }
  | { type: 'end'; reply: Reply };

export type { ToolName };
