import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildOpenApi, Metrics } from '../../src/platform/index.js';
import { lines, send as sendTo, startSampleApp, type Sent } from './http-sample-app.js';

let app: NestFastifyApplication;
let port: number;
const send = (path: string, sent?: Sent) => sendTo(port, path, sent);

beforeAll(async () => {
  ({ app, port } = await startSampleApp());
});

afterAll(async () => {
  await app.close();
});

beforeEach(() => {
  lines.length = 0;
});

const valid = { current_prospect_message: 'hello' };

describe('addresses', () => {
  it('answers with and without the version, and OpenAI’s paths without a prefix', async () => {
    expect((await send('/api/v1/things/7')).json).toEqual({ id: '7' });
    expect((await send('/api/things/7')).json).toEqual({ id: '7' });
    expect((await send('/v1/models')).status).toBe(200);
  });

  it.each(['/', '/api', '/api/v2/things', '/api/v1/nothing', '/things', '/api/v1/v1/models'])(
    'does not know %s',
    async (path) => {
      const answer = await send(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.json).toMatchObject({
        code: 'not_found',
        status: 404,
        request_id: answer.headers.get('x-request-id'),
      });
    },
  );

  it('names the methods of a path that does not answer this one, whatever its body', async () => {
    const answer = await send('/api/things/7', { method: 'PATCH', body: '{{{' });
    expect([answer.status, answer.json['code'], answer.headers.get('allow')]).toEqual([
      405,
      'method_not_allowed',
      'DELETE, GET, HEAD, OPTIONS',
    ]);
  });

  it('answers HEAD like GET without a body', async () => {
    const answer = await send('/api/things/7', { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it.each([
    ['/api/things/%00', 400],
    ['/api/things?limit=%00', 400],
    ['/api/things?cursor=a%00b', 400],
    ['/api/things/%zz', 400],
    ['/api/things/%ff', 400],
    ['/api/things?__proto__=1', 400],
    ['/api/things?limit=0', 400],
    ['/api/things?limit=101', 400],
    ['/api/things?limit=1e1', 400],
    ['/api/things?limit=1&limit=2', 400],
    ['/api/things?surprise=1', 400],
  ])('answers %s with %i', async (path, status) => {
    const answer = await send(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    expect(answer.json['request_id']).toBe(answer.headers.get('x-request-id'));
  });

  it('knows nothing under an id of 5,000 characters', async () => {
    expect((await send(`/api/things/${'x'.repeat(5000)}`)).json).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('names the query parameter at fault', async () => {
    expect((await send('/api/things?limit=many')).json['errors']).toMatchObject([
      { pointer: '?limit', code: 'is_int' },
    ]);
    expect((await send('/api/things?cursor=a%00b')).json['errors']).toMatchObject([
      { pointer: '?cursor', code: 'nul_character' },
    ]);
    expect((await send('/api/things/a%00b')).json['errors']).toMatchObject([
      { pointer: 'path:id', code: 'nul_character' },
    ]);
    expect((await send('/api/things?surprise=1')).json).toMatchObject({
      code: 'unknown_field',
      errors: [{ pointer: '?surprise' }],
    });
  });

  it.each([
    ['constructor=1', 'unknown_field', '?constructor'],
    ['toString=1', 'unknown_field', '?toString'],
    ['hasOwnProperty=1&limit=2', 'unknown_field', '?hasOwnProperty'],
  ])('knows no parameter that every object has by nature: %s', async (query, code, pointer) => {
    expect((await send(`/api/things?${query}`)).json).toMatchObject({ status: 400, code, errors: [{ pointer }] });
  });

  it.each([
    ['', { traced: false }],
    ['?trace=true', { traced: true }],
    ['?trace=false', { traced: false }],
    ['?trace=banana', { code: 'validation_failed', errors: [{ pointer: '?trace', code: 'is_in' }] }],
    ['?trace=', { code: 'validation_failed', errors: [{ pointer: '?trace', code: 'is_in' }] }],
    ['?trace=true&trace=true', { code: 'validation_failed', errors: [{ pointer: '?trace', code: 'is_in' }] }],
    ['?foo=1', { code: 'unknown_field', errors: [{ pointer: '?foo' }] }],
  ])('reads the query of a message: %j', async (query, expected) => {
    expect((await send(`/api/things/message/traced${query}`)).json).toMatchObject(expected);
  });

  it('reads the page parameters', async () => {
    expect((await send('/api/things')).json).toEqual({ limit: 20, cursor: null });
    expect((await send('/api/things?limit=100&cursor=abc')).json).toEqual({ limit: 100, cursor: 'abc' });
  });
});

describe('headers', () => {
  it('keeps the caller’s request id, down into the route, and replaces one that is unfit', async () => {
    const kept = await send('/api/things', { body: JSON.stringify(valid), headers: { 'x-request-id': 'mine-7' } });
    expect([kept.headers.get('x-request-id'), kept.json['request_id']]).toEqual(['mine-7', 'mine-7']);
    for (const unfit of ['has space', 'x'.repeat(129), 'é']) {
      const answer = await send('/api/things', { headers: { 'x-request-id': unfit } });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('lets only the configured origins read answers, and shows them our headers', async () => {
    const allowed = await send('/api/things', { headers: { origin: 'https://app.example' } });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(allowed.headers.get('access-control-expose-headers')).toContain('Idempotency-Replayed');
    const foreign = await send('/api/things', { headers: { origin: 'https://other.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await send('/api/things', {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'DELETE' },
    });
    expect(preflight.headers.get('x-request-id')).toBeTruthy();
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')?.includes('DELETE')]).toEqual([
      204,
      true,
    ]);
  });

  it('sets security headers, on refusals too', async () => {
    for (const path of ['/api/things', '/api/nothing']) {
      const { headers } = await send(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("object-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

describe('the log of requests', () => {
  it('names the pattern of the route and never the address', async () => {
    await send('/api/v1/things/customer-4711?limit=mail%40example.com');
    const line = lines.find((text) => text.includes('"http.request"')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      event: 'http.request',
      method: 'GET',
      route: '/api/v1/things/:id',
      status: 200,
      key_id: null,
    });
    expect(line).not.toMatch(/4711|mail/);
  });

  it('counts them by pattern', async () => {
    await send('/api/v1/things/8');
    expect(await app.get(Metrics).registry.metrics()).toMatch(
      /rapport_http_request_seconds_count\{method="GET",route="\/api\/v1\/things\/:id",status="200"\} \d/,
    );
  });
});

describe('the documentation', () => {
  it('is served, and lists each versioned path once', async () => {
    const answer = await send('/openapi.json');
    const paths = Object.keys(answer.json['paths'] as object);
    expect(paths).toContain('/api/v1/things/{id}');
    expect(paths.filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
    const ui = await send('/docs');
    expect([ui.status, ui.text.includes('swagger-ui')]).toEqual([200, true]);
    expect((await send('/docs/swagger-ui.css')).status).toBe(200);
  });

  it('describes the switches of a query', async () => {
    const { paths } = (await send('/openapi.json')).json as { paths: Record<string, { get: { parameters: unknown } }> };
    expect(paths['/api/v1/things/message/traced']?.get.parameters).toEqual([
      {
        name: 'trace',
        in: 'query',
        required: false,
        description: 'Adds `reasoning_trace`.',
        schema: { type: 'string', enum: ['true', 'false'] },
      },
    ]);
  });

  it('is the same text every time', () => {
    expect(JSON.stringify(buildOpenApi(app))).toBe(JSON.stringify(buildOpenApi(app)));
  });
});
