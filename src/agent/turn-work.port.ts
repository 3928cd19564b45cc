import { type LlmRequest, type LlmResult, type LlmToolCall } from '../llm/index.js';
import { type FinishedToolCall } from './tools/run-tool.js';
import { type Reply, type ReplyEvent, type TurnAnalysis } from './turn.js';

export interface RequestOptions extends Pick<LlmRequest, 'lastResort' | 'onAttempt'> {
  /** False for the last step of a turn: the model then has to answer in text. */
  offerTools: boolean;
}

/**
 * What one turn has gathered so far; decides what of the model's text may be shown, and folds into the reply. Each channel
 * has its own: what it knows, which tools it offers, what counts as evidence.
 */
export interface TurnWork {
  readonly analysis: TurnAnalysis;
  /** What is said when nothing of the model's text could be shown. */
  readonly nothingConfirmed: string;
  readonly hasObservations: boolean;
  readonly hasText: boolean;
  /** Whether another backend than the configured one had to answer. */
  readonly isDegraded: boolean;
  readonly modelCallCount: number;
  readonly toolCallCount: number;
  /** The next call of the model, rendered from everything known so far. */
  request(options: RequestOptions): LlmRequest;
  /** The look-ups for a model that asked for none and states something all the same. */
  callsForAssertion(offered: LlmRequest['tools']): LlmToolCall[];
  /** Takes what a tool came back with into the evidence. */
  observe(finished: FinishedToolCall): void;
  heard(result: LlmResult): void;
  /** Whether a sentence could be shown as it is. */
  supports(sentence: string): boolean;
  /** Checks one sentence and yields what may leave: its text and its new citations, or nothing. */
  release(sentence: string): Generator<ReplyEvent>;
  /** Text of our own that states nothing. */
  say(text: string): Generator<ReplyEvent>;
  finish(promptVersion: string): Reply;
}
