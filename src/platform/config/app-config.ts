/** Dependency-injection token of {@link AppConfig}. */
export const APP_CONFIG = Symbol('APP_CONFIG');

/** Everything the process may be told, typed and already checked. Nothing else reads the environment. */
export interface AppConfig {
  environment: 'development' | 'production' | 'test';
  role: 'api' | 'worker' | 'all';
  http: {
    host: string;
    port: number;
    /** Origins that may call from a browser; empty means none, `*` means any. */
    corsOrigins: string[];
    /** Requests a caller may make in a minute; 0 is no limit. */
    rateLimitPerMinute: number;
    requestTimeoutMs: number;
  };
  auth: { mode: 'none' | 'keys'; metricsToken: string | null };
  database: {
    /** null: the embedded database in `dataDir`. */
    url: string | null;
    dataDir: string;
    poolMax: number;
    connectionTimeoutMs: number;
    queryTimeoutMs: number;
  };
  logging: { level: 'debug' | 'info' | 'warn' | 'error' | 'silent'; format: 'auto' | 'json' | 'pretty' };
  llm: {
    provider: 'offline' | 'openai';
    baseUrl: string | null;
    model: string;
    apiKey: string | null;
    /** Bound of one call to a provider, stalled streams included. */
    timeoutMs: number;
    maxRetries: number;
  };
  embedding: { provider: 'offline' };
  knowledge: { dir: string };
  sampleData: boolean;
  imports: {
    /** The largest file that is taken; several may come at once. */
    maxFileBytes: number;
    /** Of one file. */
    maxRows: number;
  };
  turn: {
    /** After this a turn is given up and its lease may be taken over. */
    deadlineMs: number;
    /** Turns running or waiting in this process; beyond it the answer is 503. */
    maxInFlight: number;
  };
  shutdownTimeoutMs: number;
}
