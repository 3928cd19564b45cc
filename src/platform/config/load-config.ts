import { join, resolve } from 'node:path';
import { isLoopback } from '../../shared/is-loopback.js';
import { StartupError } from '../startup-error.js';
import { type AppConfig } from './app-config.js';
import { envSchema, type Env } from './env.config.js';
import { type Variables } from './environment.config.js';
import { packageRoot } from './package-root.js';

const OPENAI_ADDRESS = 'https://api.openai.com/v1';
const OPENAI_MODEL = 'gpt-4o-mini';
const GROQ_ADDRESS = 'https://api.groq.com/openai/v1';
const GROQ_MODEL = 'llama-3.3-70b-versatile';

/**
 * The checked configuration.
 * @throws StartupError `badConfig` that lists every fault, one a line, never a value that may be a secret
 */
export function loadConfig(variables: Variables): AppConfig {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = envSchema.safeParse(given);
  const issues = parsed.success ? [] : parsed.error.issues;
  const faults = [
    ...issues.map((issue) => `${issue.path.join('.')} ${describeIssue(issue)}`),
    ...findContradictions(parsed.data ?? readSound(given)),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new StartupError(
      'badConfig',
      `The configuration is not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
  return toConfig(parsed.data);
}

function describeIssue(issue: { code: string; message: string; values?: unknown }): string {
  return issue.code === 'invalid_value' && Array.isArray(issue.values)
    ? `must be one of ${issue.values.join(', ')}`
    : issue.message;
}

/** The variables that are sound by themselves, so that contradictions among them are listed together with the other faults. */
function readSound(given: Variables): Partial<Env> {
  const sound = Object.entries(envSchema.shape).flatMap(([name, rule]) => {
    const read = rule.safeParse(given[name]);
    return read.success ? [[name, read.data] as const] : [];
  });
  return Object.fromEntries(sound);
}

function findContradictions(env: Partial<Env>): string[] {
  const faults: string[] = [];
  if (env.AUTH_MODE === 'none' && env.HOST !== undefined && !isLoopback(env.HOST)) {
    faults.push(`AUTH_MODE must be "keys" when HOST is ${env.HOST}: without keys only a loopback address is served`);
  }
  if (env.AUTH_MODE === 'none' && env.NODE_ENV === 'production') {
    faults.push('AUTH_MODE must be "keys" when NODE_ENV is production');
  }
  if (env.LLM_PROVIDER === 'openai' && apiKeyOf(env) === null && env.LLM_BASE_URL === undefined) {
    faults.push('OPENAI_API_KEY (or OPEN_AI_KEY, or GROQ_API_KEY) must be set when LLM_PROVIDER is openai');
  }
  return [...faults, ...findTimeConflicts(env)];
}

/** What waits inside something else must give up first. */
function findTimeConflicts(env: Partial<Env>): string[] {
  const { LLM_PROVIDER, LLM_TIMEOUT_MS = 0, TURN_DEADLINE_MS = Infinity, REQUEST_TIMEOUT_MS = Infinity } = env;
  const faults: string[] = [];
  if (LLM_PROVIDER === 'openai' && LLM_TIMEOUT_MS + 2_000 >= TURN_DEADLINE_MS) {
    faults.push('TURN_DEADLINE_MS must be more than 2000 above LLM_TIMEOUT_MS, or no provider is ever given its time');
  }
  if (Number.isFinite(TURN_DEADLINE_MS) && REQUEST_TIMEOUT_MS <= TURN_DEADLINE_MS) {
    faults.push('REQUEST_TIMEOUT_MS must be above TURN_DEADLINE_MS, or requests end before their turns');
  }
  return faults;
}

function apiKeyOf(env: Partial<Env>): string | null {
  return env.OPENAI_API_KEY ?? env.OPEN_AI_KEY ?? env.GROQ_API_KEY ?? null;
}

function toConfig(env: Env): AppConfig {
  return {
    environment: env.NODE_ENV,
    role: env.APP_ROLE,
    http: {
      host: env.HOST,
      port: env.PORT,
      corsOrigins: env.CORS_ORIGINS.split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
      rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
      requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
    },
    auth: { mode: env.AUTH_MODE, metricsToken: env.METRICS_TOKEN ?? null },
    database: {
      url: env.DATABASE_URL ?? null,
      dataDir: resolve(env.DATA_DIR),
      poolMax: env.DATABASE_POOL_MAX,
      connectionTimeoutMs: env.DATABASE_CONNECTION_TIMEOUT_MS,
      queryTimeoutMs: env.DATABASE_QUERY_TIMEOUT_MS,
    },
    logging: { level: env.LOG_LEVEL, format: env.LOG_FORMAT },
    llm: toLlmConfig(env),
    embedding: { provider: env.EMBEDDING_PROVIDER },
    knowledge: {
      dir: env.KNOWLEDGE_DIR === undefined ? join(packageRoot(), 'knowledge-base') : resolve(env.KNOWLEDGE_DIR),
    },
    sampleData: env.SAMPLE_DATA === 'on',
    imports: { maxFileBytes: env.IMPORT_MAX_FILE_MB * 1024 * 1024, maxRows: env.IMPORT_MAX_ROWS },
    turn: { deadlineMs: env.TURN_DEADLINE_MS, maxInFlight: env.MAX_TURNS_IN_FLIGHT },
    shutdownTimeoutMs: env.SHUTDOWN_TIMEOUT_MS,
  };
}

/** A Groq key alone means Groq's address and one of its models; any other key means OpenAI's, unless told otherwise. */
function toLlmConfig(env: Env): AppConfig['llm'] {
  const groq = env.GROQ_API_KEY !== undefined && env.OPENAI_API_KEY === undefined && env.OPEN_AI_KEY === undefined;
  return {
    provider: env.LLM_PROVIDER,
    baseUrl: env.LLM_BASE_URL ?? (groq ? GROQ_ADDRESS : OPENAI_ADDRESS),
    model: env.LLM_MODEL ?? (groq ? GROQ_MODEL : OPENAI_MODEL),
    apiKey: apiKeyOf(env),
    timeoutMs: env.LLM_TIMEOUT_MS,
    maxRetries: env.LLM_MAX_RETRIES,
  };
}
