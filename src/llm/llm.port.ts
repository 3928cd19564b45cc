import { type MessageAnalysis } from '../nlu/index.js';
import { type CustomerContentFacts } from './customer-content.facts.js';
import { type ShopReplyFacts, type ShopToolName } from './shop-reply.facts.js';

/** Token of the composed model: backends wrapped in timeout, retry, circuit breaker and fallback. Callers use this one. */
export const LLM_PROVIDER = Symbol('LLM_PROVIDER');
/** Token of the raw backends beneath the wrappers, in order of preference; `offline` is always the last. */
export const LLM_BACKENDS = Symbol('LLM_BACKENDS');

export type SalesToolName = 'fetch_prospect_details' | 'query_knowledge_base';
export type ToolName = SalesToolName | ShopToolName;

/** A tool the model may ask for; `parameters` is a JSON Schema of an object. */
export interface LlmTool {
  name: ToolName;
  description: string;
  parameters: Record<string, unknown>;
}

/** What the model asked for. Hostile until proven otherwise: the name may be unknown, the arguments anything. */
export interface LlmToolCall {
  id: string;
  name: string;
  arguments: Record<string, unknown>;
}

export type LlmMessage =
  | { role: 'system' | 'user'; content: string }
  | { role: 'assistant'; content: string; toolCalls?: LlmToolCall[] }
  | { role: 'tool'; content: string; toolCallId: string; toolName: string };

/** A passage as the model may cite it: `[marker]`. */
export interface PassageFact {
  marker: number;
  title: string;
  heading: string;
  source: string;
  text: string;
}

/**
 * What a passage says and an answer must not repeat: `text` is part of the passage with this marker. A `contradicted`
 * figure is another one elsewhere, a `garbled` one is no figure, an `outdated` one held once, an `instruction` was meant
 * for the model, and what is `internal` for the staff.
 */
export interface DoubtFact {
  marker: number;
  text: string;
  reason: 'contradicted' | 'garbled' | 'outdated' | 'instruction' | 'internal';
}

/** What may be said to a prospect about themself. Scores, budgets, notes and other people's contacts never get here. */
export interface ProspectFact {
  name: string | null;
  company: string | null;
  occupation: string | null;
  stage: string | null;
}

/** What came back from a tool of this turn, in the order of the calls. */
export type ToolObservation =
  | {
      tool: 'query_knowledge_base';
      callId: string;
      status: 'ok' | 'empty' | 'error' | 'denied';
      query: string;
      passages: PassageFact[];
      /** Whether the passages speak to the query, as retrieval judges; absent where it could not. */
      verdict?: 'answerable' | 'partial' | 'unanswerable';
    }
  | {
      tool: 'fetch_prospect_details';
      callId: string;
      status: 'ok' | 'empty' | 'error' | 'denied';
      prospect: ProspectFact | null;
    };

/** The typed facts of "answer this prospect": what the prompt was rendered from. */
export interface SalesReplyFacts {
  message: string;
  /** What the message asks when it is read with the history: the message itself where it stands alone. */
  asked: string;
  /** The plans of the price list, the smallest first; empty where the documents have none. */
  plans: readonly string[];
  /** Oldest first, without the message itself. */
  history: { sender: 'prospect' | 'agent'; content: string }[];
  analysis: MessageAnalysis;
  /** What the caller named as the prospect; null when nobody was named. */
  prospectReference: string | null;
  observations: ToolObservation[];
  /** What of the passages found must not be repeated. */
  doubts: DoubtFact[];
}

/** The closed list of tasks. A new task is a new member here, a prompt, and a composer in the offline provider. */
export type LlmTask =
  | { name: 'sales_reply'; facts: SalesReplyFacts }
  | { name: 'shop_reply'; facts: ShopReplyFacts }
  | { name: 'customer_content'; facts: CustomerContentFacts };

/**
 * One call of a model. Real providers read `messages` and `tools`; the offline provider answers the same task from
 * the same facts, which is why both travel together.
 */
export interface LlmRequest {
  task: LlmTask;
  promptVersion: string;
  messages: LlmMessage[];
  /** Empty: the model must answer in text. */
  tools: LlmTool[];
  /** JSON Schema the text must satisfy, where the task wants data instead of prose. */
  outputSchema?: Record<string, unknown>;
  maxOutputTokens: number;
  /** The turn can afford no more tries at a preferred backend: the last one answers at once. */
  lastResort?: boolean;
  /** Told of every attempt as it ends, also when nobody waits for the result any more. */
  onAttempt?: (attempt: LlmAttempt) => void;
}

/** Tokens as the provider counted them; `costUsd` is null where the price is unknown. */
export interface LlmUsage {
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
}

/** One attempt at a backend, for the `llm_calls` table. */
export interface LlmAttempt {
  provider: string;
  model: string;
  status: 'ok' | 'error';
  /** Stable, without secrets or prompt text, e.g. `timeout`, `http_429`, `malformed_output`, `circuit_open`. */
  errorCode: string | null;
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
  durationMs: number;
}

export interface LlmResult {
  provider: string;
  model: string;
  text: string;
  toolCalls: LlmToolCall[];
  finishReason: 'stop' | 'tool_calls' | 'length';
  usage: LlmUsage;
  /** True when another backend than the configured one answered. */
  degraded: boolean;
  degradedReason: string | null;
  attempts: LlmAttempt[];
}

/**
 * The stream of one call. `reset` says that a backend failed in mid-text and another starts over: text deltas of this
 * call so far are void. The last part is always `finish`.
 */
export type LlmStreamPart =
  | { type: 'text-delta'; delta: string }
  | { type: 'tool-call'; call: LlmToolCall }
  | { type: 'reset' }
  | { type: 'finish'; result: LlmResult };

/**
 * The model as a port. Throws LlmError from `llm/llm-error.ts` when no backend can answer, and the signal's reason when
 * the caller gave up; nothing else.
 */
export interface LlmProvider {
  readonly name: string;
  readonly model: string;
  stream(request: LlmRequest, signal: AbortSignal): AsyncIterable<LlmStreamPart>;
}
