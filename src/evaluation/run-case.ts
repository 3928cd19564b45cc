import { type ReplyService } from '../conversations/index.js';
import { LOCAL_OWNER, ProblemError } from '../platform/index.js';
import { type GoldenCase } from './dataset/golden-case.js';
import { type Answer, type CaseOutcome } from './outcome.js';

/** One golden case through the product's own turn, in a conversation of its own. Never throws: a fault is an outcome. */
export async function runCase(replies: ReplyService, golden: GoldenCase): Promise<CaseOutcome> {
  const startedAt = performance.now();
  try {
    const answer = await ask(replies, golden);
    return { golden, answer, latencyMs: performance.now() - startedAt, fault: null };
  } catch (error) {
    return { golden, answer: null, latencyMs: null, fault: describeFault(error) };
  }
}

async function ask(replies: ReplyService, { message, history, prospect_id }: GoldenCase): Promise<Answer> {
  const started = await replies.start(
    {
      message,
      sender: 'prospect',
      history: history ?? [],
      prospectReference: prospect_id ?? null,
      conversationId: undefined,
      withTrace: false,
      caller: LOCAL_OWNER,
      idempotency: null,
    },
    replies.newClock(),
  );
  if (started.kind === 'replay') return started.body;
  for await (const event of started.events) if (event.type === 'end') return event.body;
  throw new Error('the turn ended without an answer');
}

function describeFault(error: unknown): string {
  if (error instanceof ProblemError) return `${error.code}: ${error.detail}`;
  return error instanceof Error ? error.message : 'unknown fault';
}
