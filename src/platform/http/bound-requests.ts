import { type FastifyInstance } from 'fastify';
import { ProblemError } from '../errors/problem-error.js';
import { sendProblem } from '../errors/problem.filter.js';

/**
 * Answers 504 when a handler has not answered in time. A plain timer: Fastify's own `handlerTimeout` makes and aborts an
 * AbortController for each request, which costs a quarter of a small request. A stream that has begun is bounded by its turn.
 */
export function boundRequests(server: FastifyInstance, timeoutMs: number): void {
  server.addHook('onRequest', (request, reply, done) => {
    const timer = setTimeout(() => {
      if (!reply.sent) sendProblem(reply, new ProblemError('deadline_exceeded'), request);
    }, timeoutMs);
    reply.raw.once('close', () => {
      clearTimeout(timer);
    });
    done();
  });
}
