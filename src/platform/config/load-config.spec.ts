import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { StartupError } from '../startup-error.js';
import { envSchema } from './env.config.js';
import { loadConfig } from './load-config.js';
import { packageRoot } from './package-root.js';

const faultsOf = (variables: Record<string, string>): string => {
  try {
    loadConfig(variables);
  } catch (error) {
    if (error instanceof StartupError && error.exitCode === 78) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

describe('.env.example', () => {
  const shown = parseEnv(
    readFileSync(join(packageRoot(), '.env.example'), 'utf8').replaceAll(/^# ([A-Z][A-Z0-9_]*=)/gm, '$1'),
  ) as Record<string, string>;

  it('names exactly the variables of the schema', () => {
    expect(Object.keys(shown).sort()).toEqual(Object.keys(envSchema.shape).sort());
  });

  it('shows the defaults of the schema', () => {
    const given = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== ''));
    expect(envSchema.parse(given)).toEqual(envSchema.parse({}));
  });

  it('shows a value for every variable that has a default', () => {
    const withDefault = Object.entries(envSchema.parse({})).filter(([, value]) => value !== '');
    expect(withDefault.filter(([name]) => shown[name] === '')).toEqual([]);
  });
});

describe('loadConfig', () => {
  it('needs nothing: the defaults are a laptop with the embedded database and the offline model', () => {
    const config = loadConfig({});
    expect(config.http).toMatchObject({ host: '127.0.0.1', port: 8000 });
    expect(config.database.url).toBeNull();
    expect(config.llm.provider).toBe('offline');
    expect(config.sampleData).toBe(true);
  });

  it('lists every fault at once', () => {
    const faults = faultsOf({ PORT: 'eighty', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', DATABASE_POOL_MAX: '1' });
    expect(faults.split('\n').slice(1)).toEqual([
      '  - PORT must be a whole number',
      '  - DATABASE_URL must be a URL that begins with postgres:// or postgresql://',
      '  - DATABASE_POOL_MAX must be between 2 and 200',
      '  - LOG_LEVEL must be one of debug, info, warn, error, silent',
    ]);
  });

  it('lists what contradicts each other beside what is wrong by itself', () => {
    expect(faultsOf({ PORT: 'eighty', HOST: '0.0.0.0' }).split('\n').slice(1)).toEqual([
      '  - PORT must be a whole number',
      '  - AUTH_MODE must be "keys" when HOST is 0.0.0.0: without keys only a loopback address is served',
    ]);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://app:hunter2@db/x' })).not.toContain('hunter2');
  });

  it('refuses to serve without keys beyond loopback or in production, and names the variable', () => {
    expect(faultsOf({ HOST: '0.0.0.0' })).toContain('AUTH_MODE must be "keys" when HOST is 0.0.0.0');
    expect(faultsOf({ NODE_ENV: 'production' })).toContain('AUTH_MODE must be "keys" when NODE_ENV is production');
    expect(loadConfig({ HOST: '0.0.0.0', NODE_ENV: 'production', AUTH_MODE: 'keys' }).auth.mode).toBe('keys');
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('takes %s for loopback', (host) => {
    expect(loadConfig({ HOST: host }).auth.mode).toBe('none');
  });

  it('treats an empty variable as absent', () => {
    expect(loadConfig({ DATABASE_URL: '', LLM_MODEL: ' ' }).database.url).toBeNull();
  });

  it('wants a key for OpenAI, under any of its names, or an address of one’s own', () => {
    expect(faultsOf({ LLM_PROVIDER: 'openai' })).toContain('OPENAI_API_KEY');
    expect(loadConfig({ LLM_PROVIDER: 'openai', OPEN_AI_KEY: 'k' }).llm.apiKey).toBe('k');
    expect(loadConfig({ LLM_PROVIDER: 'openai', LLM_BASE_URL: 'http://127.0.0.1:11434/v1' }).llm.apiKey).toBeNull();
  });

  it('sends a Groq key to Groq', () => {
    const { llm } = loadConfig({ LLM_PROVIDER: 'openai', GROQ_API_KEY: 'k' });
    expect(llm.baseUrl).toBe('https://api.groq.com/openai/v1');
    expect(llm.apiKey).toBe('k');
  });
});
