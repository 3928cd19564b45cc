export { APP_CONFIG, type AppConfig } from './config/app-config.js';
export { EventLog, type EventFields, type EventName } from './logging/event-log.js';
export { currentRequestId, runWithRequestId } from './logging/request-context.js';
export { ProblemError, type FieldFault, type ProblemExtras } from './errors/problem-error.js';
export { PROBLEMS, type ProblemCode, type ProblemKind } from './errors/problem-table.js';
export { hasScope, LOCAL_OWNER, mayActFor, SCOPES, type Caller, type Scope } from './auth/caller.js';
export { CollectionWide, CurrentCaller, findCaller, Public, RequireScope } from './auth/require-scope.js';
export { Metrics, type PoolCounts } from './metrics/metrics.js';
export { DrainState } from './health/drain-state.js';
export { HealthRegistry, type CheckResult, type HealthCheck } from './health/health-registry.js';
export { HealthModule } from './health/health.module.js';
export { MetricsModule } from './metrics/metrics.module.js';
export { ApiKeyService, type NewApiKey } from './auth/api-key.service.js';
export { ApiKeyRepository } from './auth/api-key.repository.js';
export { AuthModule } from './auth/auth.module.js';
export { HttpModule } from './http/http.module.js';
export { prefersEventStream } from './http/prefers-event-stream.js';
export { createHttpAdapter, BODY_LIMIT_BYTES } from './http/create-http-adapter.js';
export { AcceptMultipart } from './http/accept-multipart.js';
export { configureHttpApp } from './http/configure-http-app.js';
export { buildOpenApi } from './http/openapi.js';
export { serveOpenApi } from './http/serve-openapi.js';
export { ApiPage } from './http/api-page.js';
export { badCursor, PageQuery, QueryInteger, readCursor } from './http/page-query.dto.js';
export { IdempotencyKey, readIdempotencyKey, type IdempotencyRequest } from './http/idempotency-key.js';
export {
  IDEMPOTENCY_TTL_HOURS,
  IdempotencyService,
  refuse as refuseIdempotency,
  type IdempotentAnswer,
  type WorkAnswer,
} from './http/idempotency.service.js';
export { settleIdempotency, type IdempotencyRecord, type IdempotencyVerdict } from './http/settle-idempotency.js';
export { writeAnswer } from './http/write-answer.js';
export { encodeEvent, sendEventStream, type EventStreamOptions, type StreamEvent } from './http/sse.js';
export { problemOf, logProblem, sendProblem } from './errors/problem.filter.js';
export { renderProblem, toProblemError, type ProblemDocument } from './errors/to-problem.js';
export {
  JOB_QUEUE,
  type Job,
  type JobHandler,
  type JobOptions,
  type JobQueue,
  type Queue,
} from './jobs/job-queue.port.js';
export { PlatformModule } from './platform.module.js';
export { EMBEDDED_DATABASE, IN_MEMORY, LOCAL_OWNER_TOKEN } from './database/database.module.js';
export { type EmbeddedDatabase } from './database/embedded/open-embedded.js';
export { OwnerLock, type FolderOwner } from './database/embedded/owner-lock.js';
export { openDatabase, type OpenDatabase } from './database/open-database.js';
export { openPatient, type PatientDatabase } from './database/open-patient.js';
export { listDrift } from './database/list-drift.js';
export { migrateDown, migrateUp, migrationStatus, type MigrationStatus } from './database/migrate.js';
export { PreparedStatement } from './database/prepared-statement.js';
export { queryPrepared } from './database/query-prepared.js';
export { readEnvironment } from './config/environment.config.js';
export { loadConfig } from './config/load-config.js';
export { packageRoot } from './config/package-root.js';
export { createEventLog } from './logging/create-event-log.js';
export { NestLogAdapter } from './logging/nest-log.adapter.js';
export { EXIT_CODES, StartupError } from './startup-error.js';
