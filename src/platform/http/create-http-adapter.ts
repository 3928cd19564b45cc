import multipart from '@fastify/multipart';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { type IncomingMessage } from 'node:http';
import { type Socket } from 'node:net';
import { type AppConfig } from '../config/app-config.js';
import { ProblemError } from '../errors/problem-error.js';
import { sendProblem } from '../errors/problem.filter.js';
import { renderProblem, toProblemError } from '../errors/to-problem.js';
import { boundRequests } from './bound-requests.js';
import { acceptsMultipart } from './accept-multipart.js';
import { endConnectionsOnClose } from './end-connections-on-close.js';
import { parseJsonBody } from './parse-json-body.js';
import { chooseRequestId } from './request-id.js';
import { addSecurityHeaders } from './security-headers.js';
import { RouteTable } from './route-table.js';

/** Largest JSON body, as `api.md` promises it. */
export const BODY_LIMIT_BYTES = 1024 * 1024;
/** Ids of other systems are short; what is longer is looked up nowhere. */
const MAX_PARAM_LENGTH = 512;

/** Fastify without the parsers that Nest adds: JSON is read by our own parser. */
class JsonOnlyAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {
    // Nest would add a second JSON parser and one for HTML forms.
  }
}

/** The server, set up so that even what never reaches a controller is answered as problem+json with a request id. */
export function createHttpAdapter(config: Pick<AppConfig, 'http'>): FastifyAdapter {
  const adapter = new JsonOnlyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    // Receiving the whole request, then answering it; a stream that has begun is bounded by its turn's deadline.
    requestTimeout: config.http.requestTimeoutMs,
    connectionTimeout: 0,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: (raw: IncomingMessage) => chooseRequestId(raw.headers['x-request-id']),
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: answerRouterFault,
    clientErrorHandler: answerClientError,
  });
  returnRequestIds(adapter);
  boundRequests(adapter.getInstance(), config.http.requestTimeoutMs);
  addSecurityHeaders(adapter.getInstance());
  readJsonOnly(adapter);
  readFilesWhereAsked(adapter);
  answerWrongMethods(adapter);
  endConnectionsOnClose(adapter.getInstance());
  return adapter;
}

function readJsonOnly(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body));
    } catch (fault) {
      done(toProblemError(fault));
    }
  });
}

/** Forms with files are read by the routes that say so, part by part; everywhere else they are no accepted type. */
function readFilesWhereAsked(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  void server.register(multipart);
  server.addHook('preParsing', (request, _reply, _payload, done) => {
    const isForm = request.headers['content-type']?.toLowerCase().startsWith('multipart/') === true;
    done(
      isForm && !request.is404 && !acceptsMultipart(request)
        ? new ProblemError('unsupported_media_type', 'Send the body with Content-Type: application/json.')
        : undefined,
    );
  });
}

/** Unknown paths are 404 and known paths 405 before a body is read, so the fault is always the one about the address. */
function answerWrongMethods(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  const routes = new RouteTable();
  server.addHook('onRoute', ({ method, url }) => {
    routes.add(method, url);
  });
  // After every onRequest hook, so that refusals carry the security headers, and before the body is read.
  server.addHook('preParsing', (request, reply, _payload, done) => {
    if (!request.is404) {
      done();
      return;
    }
    const methods = routes.methodsOf(pathOf(request));
    if (methods.length === 0) done(new ProblemError('not_found'));
    else if (request.method === 'OPTIONS') void reply.code(204).header('Allow', methods.join(', ')).send();
    else done(wrongMethod(methods));
  });
}

/** Twice: streams write their own head and never pass `onSend`; preflights are answered before our `onRequest`. */
function returnRequestIds(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('X-Request-Id', request.id);
    done(null, payload);
  });
}

function wrongMethod(methods: readonly string[]): ProblemError {
  const allow = methods.join(', ');
  return new ProblemError('method_not_allowed', `This path answers ${allow}.`, { headers: { Allow: allow } });
}

function pathOf(request: FastifyRequest): string {
  const path = request.url.split('?', 1)[0] ?? '/';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Malformed addresses: the router refuses them before any hook runs. */
function answerRouterFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('X-Request-Id', request.id);
  sendProblem(reply, toProblemError(error), request);
}

/** What Node's HTTP parser refuses: there is no request object yet, so the answer is written by hand. */
function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = clientProblem(error.code);
  const requestId = chooseRequestId(undefined);
  const body = JSON.stringify(renderProblem(problem, '', requestId));
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problem.status === 408 ? 'Request Timeout' : 'Bad Request'}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function clientProblem(code: string | undefined): ProblemError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new ProblemError('request_timeout');
  if (code === 'HPE_HEADER_OVERFLOW') return new ProblemError('headers_too_large');
  return new ProblemError('validation_failed', 'The request is not HTTP as this server reads it.');
}
