import { Writable } from 'node:stream';
import { createEventLog, type EventLog } from '../../src/platform/index.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface LogLine {
  event: string;
  request_id?: string;
  [field: string]: unknown;
}

const SECRET_TEXT = 'zanzibarian quokka';
const EMAIL = 'ana.lopez@customer.example';

describe('what the process tells about itself', () => {
  let test: TestApp;
  let client: HttpClient;
  let written = '';
  let log: EventLog;
  const lines = (): LogLine[] =>
    written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LogLine);

  beforeAll(async () => {
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written += chunk.toString();
        done();
      },
    });
    log = createEventLog({ level: 'debug', format: 'json' }, sink);
    test = await startTestApp({ log });
    client = new HttpClient(test.url);
    await client.post(
      '/api/v1/process_message?trace=true',
      { current_prospect_message: `How much is the ${SECRET_TEXT}? Write to ${EMAIL}.`, prospect_id: EMAIL },
      {
        'x-request-id': 'trace-me-1',
        authorization: 'Bearer rap_abcdef_0123456789secret',
        'idempotency-key': 'key-of-caller',
      },
    );
    await client.post('/api/v1/knowledge/search', { query: SECRET_TEXT });
    await client.post('/api/v1/process_message', { current_prospect_message: SECRET_TEXT, surprise: EMAIL });
  });

  afterAll(() => test.close());

  it('writes one JSON line per event, with names for requests, imports, retrieval, tools and models', () => {
    const names = new Set(lines().map(({ event }) => event));
    for (const name of [
      'http.request',
      'import.started',
      'import.completed',
      'knowledge.ingested',
      'retrieval.completed',
      'tool.call',
      'model.call',
      'turn.complete',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('carries the request id through every event of a request', () => {
    const events = lines()
      .filter((line) => line.request_id === 'trace-me-1')
      .map(({ event }) => event);
    for (const name of ['http.request', 'retrieval.completed', 'tool.call', 'model.call', 'turn.complete'])
      expect(events).toContain(name);
  });

  it('never writes message texts, searches, addresses, ids of callers or keys', () => {
    for (const secret of [SECRET_TEXT, 'quokka', EMAIL, 'ana.lopez', '0123456789secret', 'key-of-caller'])
      expect(written).not.toContain(secret);
  });

  it('counts requests, turns, tools, models, retrieval, the pool and the event loop', async () => {
    const { body } = await client.get<string>('/metrics');
    for (const metric of [
      'rapport_http_request_seconds_count{method="POST",route="/api/v1/process_message",status="200"} 1',
      'rapport_turns_total{channel="sales",status="complete"} 2',
      'rapport_tool_calls_total{tool="query_knowledge_base",status="ok"} 4',
      'rapport_llm_calls_total{provider="offline",status="ok"} 5',
      'rapport_retrieval_seconds_count{mode="hybrid"} 5',
      'rapport_database_connections{state="total"}',
      'rapport_turns_in_flight 0',
      'nodejs_eventloop_lag_seconds',
    ]) {
      expect(body).toContain(metric);
    }
  });

  it('is live and ready, and says which checks it made', async () => {
    expect((await client.get('/health/live')).body).toEqual({ status: 'alive' });
    const ready = await client.get('/health/ready');
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({ status: 'ready', checks: { database: 'ok', jobs: 'ok', draining: false } });
  });
});

describe('the documentation', () => {
  interface Operation {
    parameters?: { name: string; in: string; example?: string; schema?: { example?: unknown; default?: unknown } }[];
    requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
    operationId: string;
  }
  interface OpenApi {
    paths: Record<string, Partial<Record<'get' | 'post' | 'delete', Operation>>>;
  }

  let test: TestApp;
  let client: HttpClient;
  let document: OpenApi;

  beforeAll(async () => {
    test = await startTestApp();
    client = new HttpClient(test.url);
    document = (await client.get<OpenApi>('/openapi.json')).body;
  });

  afterAll(() => test.close());

  it('has GET examples that all answer 2xx on the sample data', async () => {
    const gets = Object.entries(document.paths).filter(([, item]) => item.get !== undefined);
    expect(gets.length).toBeGreaterThanOrEqual(6);
    for (const [path, { get }] of gets) {
      const filled = (get?.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .reduce(
          (text, { name, example, schema }) => text.replace(`{${name}}`, String(example ?? schema?.example)),
          path,
        );
      expect([filled, (await client.get(filled)).status]).toEqual([filled, 200]);
    }
  });

  it('has a Swagger UI with its files', async () => {
    for (const file of ['/docs', '/docs/init.js', '/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css']) {
      expect([file, (await client.get(file)).status]).toEqual([file, 200]);
    }
  });

  it('names every operation once and documents only the versioned paths and health', () => {
    const paths = Object.keys(document.paths);
    expect(paths.every((path) => path.startsWith('/api/v1/') || path.startsWith('/health/'))).toBe(true);
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
