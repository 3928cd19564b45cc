import { type FastifyReply } from 'fastify';
import { type IdempotentAnswer } from './idempotency.service.js';

/** Gives the passthrough reply the answer's status and, for a repetition, `Idempotency-Replayed`; returns the body. */
export function writeAnswer<T>(reply: FastifyReply, answer: IdempotentAnswer<T>): T {
  void reply.code(answer.status);
  if (answer.replayed) void reply.header('Idempotency-Replayed', 'true');
  return answer.body;
}
