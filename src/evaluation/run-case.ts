import { toProcessMessageResponse, type ReplyService, type TurnRequest } from '../conversations/index.js';
import { LOCAL_OWNER, ProblemError } from '../platform/index.js';
import { type AgentProbe } from './agent-probe.js';
import { type GoldenCase } from './dataset/golden-case.js';
import { listTurns, type GoldenTurn } from './dataset/list-turns.js';
import { type Answer, type TurnOutcome } from './outcome.js';

/** The product as the evaluation plays it. */
export interface PlayedProduct {
  replies: ReplyService;
  probe: AgentProbe;
}

type FullAnswer = Answer & { conversation_id: string };

/**
 * One golden case through the product's own turns, in a conversation of its own. Never throws: a fault is an outcome, of
 * the turn it befell and of those that could no longer be played.
 */
export async function runCase(product: PlayedProduct, golden: GoldenCase): Promise<TurnOutcome[]> {
  const outcomes: TurnOutcome[] = [];
  const earlier = (golden.history ?? []).map(({ content }) => content);
  let conversationId: string | undefined;
  for (const turn of listTurns(golden)) {
    const before = outcomes.find(({ answer }) => answer === null);
    if (before !== undefined) {
      outcomes.push(broken(turn, earlier, `${before.golden.id} broke: ${before.fault ?? 'unknown fault'}`));
      continue;
    }
    const { outcome, conversationId: continued } = await playTurn(product, golden, turn, {
      earlier: [...earlier],
      conversationId,
    });
    outcomes.push(outcome);
    conversationId = continued;
    earlier.push(turn.message, outcome.answer?.suggested_response_draft ?? '');
  }
  return outcomes;
}

async function playTurn(
  { replies, probe }: PlayedProduct,
  { now, history, prospect_id }: GoldenCase,
  turn: GoldenTurn,
  { earlier, conversationId }: { earlier: readonly string[]; conversationId: string | undefined },
): Promise<{ outcome: TurnOutcome; conversationId: string | undefined }> {
  probe.prepare(new Date(now));
  const startedAt = performance.now();
  try {
    const answer = await ask(replies, {
      channel: 'sales',
      toBody: (finished) => toProcessMessageResponse(finished, false),
      message: turn.message,
      sender: 'prospect',
      // What is brought along would hide what is stored.
      history: conversationId === undefined ? (history ?? []) : null,
      reference: prospect_id ?? null,
      conversationId,
      caller: LOCAL_OWNER,
      idempotency: null,
    });
    const latencyMs = performance.now() - startedAt;
    const outcome = { golden: turn, earlier, answer, signs: probe.turnSigns, latencyMs, fault: null };
    return { outcome, conversationId: answer.conversation_id };
  } catch (error) {
    return { outcome: broken(turn, earlier, describeFault(error)), conversationId };
  }
}

async function ask(replies: ReplyService, request: TurnRequest<FullAnswer>): Promise<FullAnswer> {
  const started = await replies.start(request, replies.newClock());
  if (started.kind === 'replay') return started.body;
  for await (const event of started.events) if (event.type === 'end') return event.body;
  throw new Error('the turn ended without an answer');
}

function broken(golden: GoldenTurn, earlier: readonly string[], fault: string): TurnOutcome {
  return { golden, earlier, answer: null, signs: null, latencyMs: null, fault };
}

function describeFault(error: unknown): string {
  if (error instanceof ProblemError) return `${error.code}: ${error.detail}`;
  return error instanceof Error ? error.message : 'unknown fault';
}
