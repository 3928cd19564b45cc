import { VERSION_NEUTRAL, VersioningType } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { findCaller } from '../auth/require-scope.js';
import { type AppConfig } from '../config/app-config.js';
import { ProblemError } from '../errors/problem-error.js';
import { ProblemFilter } from '../errors/problem.filter.js';
import { EventLog } from '../logging/event-log.js';
import { runWithRequestId } from '../logging/request-context.js';
import { Metrics } from '../metrics/metrics.js';
import { findUnsafeValues } from './find-unsafe-value.js';
import { RequestValidationPipe } from './request-validation.pipe.js';

const EXPOSED_HEADERS = ['X-Request-Id', 'Idempotency-Replayed', 'ETag', 'Retry-After', 'Location'];
const OUTSIDE_PREFIX = ['health/live', 'health/ready', 'metrics', 'v1/*path'];

/** Gives the application every convention of the contract; call it between `create` and `listen`. */
export function configureHttpApp(app: NestFastifyApplication, config: Pick<AppConfig, 'http'>): void {
  const log = app.get(EventLog);
  app.setGlobalPrefix('api', { exclude: OUTSIDE_PREFIX });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: ['1', VERSION_NEUTRAL] });
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(new RequestValidationPipe());
  allowOrigins(app, config.http.corsOrigins);
  const server = app.getHttpAdapter().getInstance();
  followRequests(server, log, app.get(Metrics));
  refuseUnsafeAddresses(server);
}

function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: EXPOSED_HEADERS,
    strictPreflight: false,
    maxAge: 600,
  });
}

function followRequests(server: FastifyInstance, log: EventLog, metrics: Metrics): void {
  // Twice, because the body arrives in the context of the socket, not in that of the request.
  server.addHook('onRequest', (request, _reply, done) => {
    runWithRequestId(request.id, done);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    runWithRequestId(request.id, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    runWithRequestId(request.id, () => {
      recordRequest(request, reply, log, metrics);
    });
    done();
  });
}

/** Patterns, never addresses: a path may hold a user's id and a query a search. */
function recordRequest(request: FastifyRequest, reply: FastifyReply, log: EventLog, metrics: Metrics): void {
  const route = request.routeOptions.url ?? 'unmatched';
  const level = route.startsWith('/health') || route === '/metrics' ? 'debug' : 'info';
  metrics.recordHttp(request.method, route, reply.statusCode, reply.elapsedTime);
  log[level]('http.request', {
    method: request.method,
    route,
    status: reply.statusCode,
    duration_ms: Math.round(reply.elapsedTime * 10) / 10,
    key_id: findCaller(request)?.keyId ?? null,
  });
}

function refuseUnsafeAddresses(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    const errors = [...findUnsafeValues(request.params, 'path:'), ...findUnsafeValues(request.query, '?')].map(
      (fault) => ({
        ...fault,
        pointer: fault.pointer.replace('?/', '?').replace('path:/', 'path:'),
      }),
    );
    done(
      errors.length === 0
        ? undefined
        : new ProblemError('validation_failed', 'The address holds values that are never accepted.', { errors }),
    );
  });
}
