import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { EventLog } from '../logging/event-log.js';
import { type ProblemError } from './problem-error.js';
import { PROBLEMS } from './problem-table.js';
import { renderProblem, toProblemError, type ProblemDocument } from './to-problem.js';

/** Longest path an answer repeats as `instance`. */
const MAX_INSTANCE_LENGTH = 500;

/** Turns whatever a request threw into problem+json, and logs it once. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(EventLog) private readonly log: EventLog) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblemError(thrown);
    logProblem(this.log, problem, request);
    if (!reply.sent && !reply.raw.headersSent) sendProblem(reply, problem, request);
  }
}

/** Writes the problem as the whole answer. */
export function sendProblem(reply: FastifyReply, problem: ProblemError, request: FastifyRequest): void {
  void reply
    .code(problem.status)
    .headers({
      ...problem.headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    // Bytes, because a serialiser of the route (Content-Type of a stream, a schema) must not touch the document.
    .send(JSON.stringify(problemOf(problem, request)));
}

/** The document for a request's fault; a stream sends it as its `error` event. */
export function problemOf(problem: ProblemError, request: Pick<FastifyRequest, 'url' | 'id'>): ProblemDocument {
  const path = (request.url.split('?', 1)[0] ?? '/').slice(0, MAX_INSTANCE_LENGTH);
  return renderProblem(problem, path, request.id);
}

/** One line per fault, at the table's level; a caller's fault that hides one of ours is at least a warning. */
export function logProblem(log: EventLog, problem: ProblemError, request: FastifyRequest): void {
  const level = PROBLEMS[problem.code].level;
  const fields = {
    code: problem.code,
    status: problem.status,
    method: request.method,
    route: request.routeOptions.url ?? 'unmatched',
    request_id: request.id,
  };
  if (level === 'error') log.error('http.failed', fields, problem.cause ?? problem);
  else if (level === 'warn' || problem.cause !== undefined) log.warn('http.refused', fields, problem.cause);
  else log.debug('http.refused', fields);
}
