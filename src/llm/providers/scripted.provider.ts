import {
  type LlmProvider,
  type LlmRequest,
  type LlmResult,
  type LlmStreamPart,
  type LlmToolCall,
  type LlmUsage,
} from '../llm.port.js';

/** What the scripted model does at one call. */
export type ScriptedStep =
  | { text: string | readonly string[]; usage?: LlmUsage; finishReason?: 'stop' | 'length' }
  | { toolCalls: readonly LlmToolCall[]; usage?: LlmUsage }
  /** Fails, after the text where there is one. */
  | { error: Error; text?: string }
  /** Says the text, if any, and then nothing until the signal aborts. */
  | { hang: true; text?: string };

/** Thrown for a call nobody scripted. Deliberately no LlmError: a fallback must not paper over a wrong test. */
export class UnscriptedCallError extends Error {
  override readonly name = 'UnscriptedCallError';
}

/** The model of tests: records every request, answers from a script in order, refuses what was not scripted. */
export class ScriptedProvider implements LlmProvider {
  readonly name: string;
  readonly model: string;
  readonly requests: LlmRequest[] = [];
  private readonly steps: ScriptedStep[];

  constructor(steps: readonly ScriptedStep[] = [], identity: { name?: string; model?: string } = {}) {
    this.steps = [...steps];
    this.name = identity.name ?? 'scripted';
    this.model = identity.model ?? 'scripted-1';
  }

  /** Adds steps to the end of the script. */
  script(...steps: ScriptedStep[]): this {
    this.steps.push(...steps);
    return this;
  }

  /** Steps not asked for yet; a test that ends with more than 0 expected a call that never came. */
  get remainingSteps(): number {
    return this.steps.length;
  }

  async *stream(request: LlmRequest, signal: AbortSignal): AsyncGenerator<LlmStreamPart> {
    signal.throwIfAborted();
    this.requests.push(request);
    const step = this.steps.shift();
    if (step === undefined) throw new UnscriptedCallError(`Call ${this.requests.length} of the model is not scripted.`);
    const deltas = 'toolCalls' in step ? [] : toDeltas(step.text);
    for (const delta of deltas) yield { type: 'text-delta', delta };
    if ('error' in step) throw step.error;
    if ('hang' in step) return await waitForAbort(signal);
    const toolCalls = 'toolCalls' in step ? [...step.toolCalls] : [];
    for (const call of toolCalls) yield { type: 'tool-call', call };
    yield { type: 'finish', result: this.toResult(deltas.join(''), toolCalls, step) };
  }

  private toResult(
    text: string,
    toolCalls: LlmToolCall[],
    step: { usage?: LlmUsage; finishReason?: 'stop' | 'length' },
  ): LlmResult {
    const usage = step.usage ?? { inputTokens: 0, outputTokens: 0, costUsd: null };
    const { name: provider, model } = this;
    return {
      provider,
      model,
      text,
      toolCalls,
      finishReason: toolCalls.length > 0 ? 'tool_calls' : (step.finishReason ?? 'stop'),
      usage,
      degraded: false,
      degradedReason: null,
      // The wrappers put their own measured attempt here; this one serves tests that bind the script directly.
      attempts: [{ provider, model, status: 'ok', errorCode: null, ...usage, durationMs: 0 }],
    };
  }
}

function toDeltas(text: string | readonly string[] | undefined): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : text;
}

function waitForAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const giveUp = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
