import { Inject, Injectable } from '@nestjs/common';
import { LLM_PROVIDER, type LlmProvider, type LlmRequest, type LlmToolCall } from '../llm/index.js';
import { APP_CONFIG, EventLog, Metrics, type AppConfig } from '../platform/index.js';
import { DESKS, type Desks } from './desk.port.js';
import { StepDraft } from './step-draft.js';
import { AGENT_TOOLS, type AgentTool } from './tools/agent-tool.port.js';
import { runTool, type FinishedToolCall } from './tools/run-tool.js';
import { type TurnWork } from './turn-work.port.js';
import { type ReplyEvent, type Turn } from './turn.js';

/** Model requests of one turn; in the last one no tools are offered, so it has to answer. */
const MAX_STEPS = 4;
const MAX_TOOL_CALLS = 8;
/** One request may cost so many calls of a provider, retries and fallback included, and a turn twice as many. */
const CALLS_PER_STEP = 4;
const MAX_MODEL_CALLS = 8;
/** What the last resort and the closing of the turn need, at most. */
const RESERVE_MS = 2_000;
/** One turn: understand, let the model choose tools, run them, and release its text sentence by checked sentence. */
@Injectable()
export class AgentService {
  private readonly tools: ReadonlyMap<string, AgentTool>;

  constructor(
    @Inject(LLM_PROVIDER) private readonly model: LlmProvider,
    @Inject(AGENT_TOOLS) tools: readonly AgentTool[],
    @Inject(DESKS) private readonly desks: Desks,
    private readonly log: EventLog,
    private readonly metrics: Metrics,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {
    this.tools = new Map(tools.map((tool) => [tool.name, tool]));
  }

  /**
   * The turn as one stream that ends with `end`.
   * @throws the signal's reason when the turn is given up; LlmError when no backend at all can answer
   */
  async *run(turn: Turn, signal: AbortSignal): AsyncGenerator<ReplyEvent> {
    const work = await this.desks[turn.channel].begin(turn, signal);
    yield { type: 'analysis', analysis: work.analysis };

    for (let step = 1; step <= MAX_STEPS; step += 1) {
      const offerTools = step < MAX_STEPS && work.toolCallCount < MAX_TOOL_CALLS;
      const request = work.request({
        offerTools,
        lastResort: this.mustEnd(work, turn),
        onAttempt: (attempt) => turn.ledger.modelCalls.push(attempt),
      });
      turn.ledger.promptVersion = request.promptVersion;
      const calls = yield* this.speak(work, request, signal);
      if (calls.length === 0) break;
      yield* this.useTools(work, turn, calls, signal);
    }
    if (!work.hasText) yield* work.say(work.nothingConfirmed);
    yield { type: 'end', reply: work.finish(turn.ledger.promptVersion) };
  }

  /** A provider that has failed in this turn is not asked again, nor one for whose answer there is no time or no call left. */
  private mustEnd(work: TurnWork, turn: Turn): boolean {
    const timeLeftMs = turn.deadlineAt.getTime() - Date.now();
    return (
      turn.offline ||
      work.isDegraded ||
      work.modelCallCount > MAX_MODEL_CALLS - CALLS_PER_STEP ||
      timeLeftMs < this.config.llm.timeoutMs + RESERVE_MS
    );
  }

  /** One model call: its text leaves sentence by checked sentence; returns the tools to run before the next. */
  private async *speak(
    work: TurnWork,
    request: LlmRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ReplyEvent, LlmToolCall[]> {
    const offersTools = request.tools.length > 0;
    const draft = new StepDraft(work, offersTools && !work.hasObservations);
    const calls: LlmToolCall[] = [];
    for await (const part of this.model.stream(request, signal)) {
      switch (part.type) {
        case 'text-delta':
          yield* draft.take(part.delta);
          break;
        case 'tool-call':
          calls.push(part.call);
          break;
        case 'reset':
          calls.length = 0;
          yield* draft.restart();
          break;
        case 'finish':
          work.heard(part.result);
      }
    }
    const asked = offersTools
      ? completeCalls(calls, draft, work, request).slice(0, MAX_TOOL_CALLS - work.toolCallCount)
      : [];
    yield* draft.finish(asked.length > 0);
    return asked;
  }

  /** The calls of one step do not depend on each other, so they run side by side. */
  private async *useTools(
    work: TurnWork,
    turn: Turn,
    calls: readonly LlmToolCall[],
    signal: AbortSignal,
  ): AsyncGenerator<ReplyEvent> {
    signal.throwIfAborted();
    const running = calls.map((call) => runTool(this.tools, call, turn, signal));
    // Awaited one by one below: a later one that fails first must not count as unhandled.
    void Promise.allSettled(running);
    for (const [i, call] of calls.entries()) {
      yield { type: 'tool-call', callId: call.id, tool: call.name.slice(0, 64), input: call.arguments };
      const finished = await running[i];
      if (finished !== undefined) yield this.observe(work, turn, finished);
    }
  }

  private observe(work: TurnWork, turn: Turn, finished: FinishedToolCall): ReplyEvent {
    const { tool, status, outputSummary, durationMs } = finished.use;
    work.observe(finished);
    turn.ledger.toolUses.push(finished.use);
    const known = this.tools.has(tool) ? tool : 'unknown';
    this.metrics.recordTool(known, status);
    this.log.info('tool.call', { tool: known, status, duration_ms: durationMs, message_id: turn.messageId });
    return { type: 'tool-result', callId: finished.call.id, tool, status, outputSummary, durationMs };
  }
}

/** A model that states something from memory has it looked up first: memory is no evidence. */
function completeCalls(
  calls: readonly LlmToolCall[],
  draft: StepDraft,
  work: TurnWork,
  { tools }: LlmRequest,
): readonly LlmToolCall[] {
  if (calls.length > 0 || work.hasObservations || !draft.asserts) return calls;
  return work.callsForAssertion(tools);
}
