import { ProblemError } from '../../platform/index.js';

/** Turns of one conversation that may wait; one busy conversation must not take every place in the process. */
const MAX_WAITING = 128;

interface Line {
  tail: Promise<void>;
  length: number;
}

/**
 * Turns of one conversation wait here for their turn within this process, so that they are answered in the order they came
 * and do not all knock at the database. The lease in the database orders the processes among each other.
 */
export class ConversationQueue {
  private readonly lines = new Map<string, Line>();

  /**
   * Waits until every earlier turn of the conversation is done.
   * @returns gives the place to the next; must be called
   * @throws ProblemError `overloaded` when too many wait already; the signal's reason when the wait was given up
   */
  async enter(conversationId: string, signal: AbortSignal): Promise<() => void> {
    const line = this.lines.get(conversationId) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length >= MAX_WAITING) {
      throw new ProblemError('overloaded', 'Too many messages of this conversation are waiting for their answers.', {
        retryAfterSeconds: 5,
      });
    }
    const before = line.tail;
    let leave: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      leave = resolve;
    });
    line.tail = before.then(() => mine);
    line.length += 1;
    this.lines.set(conversationId, line);
    void line.tail.then(() => {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(conversationId);
    });
    try {
      await orAborted(before, signal);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** Conversations with a turn running or waiting. */
  get size(): number {
    return this.lines.size;
  }
}

async function orAborted(wait: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    await Promise.race([wait, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
