import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError, refuseIdempotency, settleIdempotency, type IdempotencyRequest } from '../../platform/index.js';
import { type PriorKey, type TurnOpened, type TurnOpening, type TurnRepository } from './turn.repository.js';

export type OpenedTurn = Extract<TurnOpened, { outcome: 'opened' }>;

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

/**
 * Opens the turn, waiting while another process holds the conversation.
 * @returns the opened turn, or the stored answer when the idempotency key has one
 * @throws ProblemError conversation_not_found, customer_not_found, conversation_closed, idempotency_in_progress, idempotency_key_reused
 */
export async function openTurn(
  turns: TurnRepository,
  opening: TurnOpening,
  signal: AbortSignal,
): Promise<OpenedTurn | { outcome: 'replay'; response: unknown }> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    const opened = await turns.open(opening);
    switch (opened.outcome) {
      case 'opened':
        return withFreshHistory(turns, opening, opened);
      case 'not_found':
      case 'unknown_user':
      case 'closed':
        throw refuse(opened.outcome);
      case 'key_race':
        refuseIdempotency('conflict');
        break;
      case 'known_key': {
        const answer = await settleOrDrop(turns, opened.prior, opening.idempotency);
        if (answer !== undefined) return answer;
        break;
      }
      case 'busy':
        await pause(pauseMs, signal);
    }
  }
}

function refuse(outcome: 'not_found' | 'unknown_user' | 'closed'): ProblemError {
  switch (outcome) {
    case 'not_found':
      return new ProblemError('conversation_not_found', 'No conversation has this id.');
    case 'unknown_user':
      return new ProblemError('customer_not_found', 'No customer of the shop has this id.');
    case 'closed':
      return new ProblemError('conversation_closed', 'This conversation is closed; start a new one.');
  }
}

/** The stored answer of a key that still holds; one whose time is over is forgotten. */
async function settleOrDrop(
  turns: TurnRepository,
  prior: PriorKey,
  request: IdempotencyRequest | null,
): Promise<ReturnType<typeof settleKnownKey>> {
  const answer = settleKnownKey(prior, request);
  if (answer === undefined && request !== null) await turns.dropExpiredKey(request);
  return answer;
}

function settleKnownKey(
  prior: PriorKey,
  request: IdempotencyRequest | null,
): { outcome: 'replay'; response: unknown } | undefined {
  if (prior.expired || request === null) return undefined;
  const verdict = settleIdempotency({ ...prior, expiresAt: new Date(8.64e15) }, request.requestHash, new Date(0));
  refuseIdempotency(verdict);
  return { outcome: 'replay', response: prior.response };
}

/** An opening that waited at the row lock read the messages before the turn it waited for was closed; then they are read again. */
async function withFreshHistory(turns: TurnRepository, opening: TurnOpening, opened: OpenedTurn): Promise<OpenedTurn> {
  const newest = opened.recent.at(-1);
  const seen = newest === undefined ? 0 : newest.seq;
  const settled = newest === undefined || newest.status !== 'running';
  if (seen === opened.lastSeq - 2 && settled) return opened;
  const recent = await turns.listRecent(opened.conversationId, opened.lastSeq - 1, opening.historyLimit);
  return { ...opened, recent };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch {
    throw signal.reason;
  }
}
