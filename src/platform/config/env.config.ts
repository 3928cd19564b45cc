import { z } from 'zod';

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be between ${min} and ${max}`);

const url = (protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );

const secret = z.string().min(1);

/**
 * Every variable the product reads, with its default. A test proves that `.env.example` names exactly these and shows
 * these defaults. An empty value counts as absent.
 */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  APP_ROLE: z.enum(['api', 'worker', 'all']).default('all'),

  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8000),
  CORS_ORIGINS: z.string().default(''),
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000).default(0),
  REQUEST_TIMEOUT_MS: wholeNumber(1_000, 600_000).default(90_000),
  SHUTDOWN_TIMEOUT_MS: wholeNumber(0, 600_000).default(25_000),

  AUTH_MODE: z.enum(['none', 'keys']).default('none'),
  METRICS_TOKEN: secret.optional(),

  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_POOL_MAX: wholeNumber(2, 200).default(10),
  DATABASE_CONNECTION_TIMEOUT_MS: wholeNumber(100, 60_000).default(5_000),
  DATABASE_QUERY_TIMEOUT_MS: wholeNumber(100, 600_000).default(10_000),

  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['auto', 'json', 'pretty']).default('auto'),

  LLM_PROVIDER: z.enum(['offline', 'openai']).default('offline'),
  LLM_BASE_URL: url(['http:', 'https:']).optional(),
  LLM_MODEL: z.string().optional(),
  OPENAI_API_KEY: secret.optional(),
  OPEN_AI_KEY: secret.optional(),
  GROQ_API_KEY: secret.optional(),
  LLM_TIMEOUT_MS: wholeNumber(100, 120_000).default(20_000),
  LLM_MAX_RETRIES: wholeNumber(0, 3).default(2),
  EMBEDDING_PROVIDER: z.enum(['offline']).default('offline'),

  KNOWLEDGE_DIR: z.string().optional(),
  SAMPLE_DATA: z.enum(['on', 'off']).default('on'),

  IMPORT_MAX_FILE_MB: wholeNumber(1, 2_048).default(256),
  IMPORT_MAX_ROWS: wholeNumber(1, 100_000_000).default(5_000_000),

  TURN_DEADLINE_MS: wholeNumber(1_000, 300_000).default(45_000),
  MAX_TURNS_IN_FLIGHT: wholeNumber(1, 10_000).default(256),
});

export type Env = z.output<typeof envSchema>;
