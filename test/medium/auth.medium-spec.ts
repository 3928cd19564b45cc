import { Controller, Get, Global, Module, Post } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { ApiKey } from '../../src/platform/auth/api-key.entity.js';
import { AuthGuard } from '../../src/platform/auth/auth.guard.js';
import { LOCAL_OWNER_TOKEN } from '../../src/platform/database/database.module.js';
import { NestLogAdapter } from '../../src/platform/logging/nest-log.adapter.js';
import {
  APP_CONFIG,
  ApiKeyService,
  AuthModule,
  CollectionWide,
  configureHttpApp,
  createHttpAdapter,
  CurrentCaller,
  EventLog,
  HealthModule,
  DrainState,
  MetricsModule,
  RequireScope,
  type AppConfig,
  type Caller,
  type Scope,
} from '../../src/platform/index.js';
import { openTestDatabase, silentLog, type TestDatabase } from '../support/test-database.js';

@Controller('rooms')
class RoomController {
  @Get()
  read(@CurrentCaller() caller: Caller) {
    return caller;
  }

  @Get('all')
  @CollectionWide()
  all() {
    return {};
  }

  @Post()
  write() {
    return {};
  }

  @Post('talk')
  @RequireScope('converse')
  talk() {
    return {};
  }
}

const OWNER_TOKEN = 'owner-token-of-this-machine';
const http = { host: '127.0.0.1', port: 0, corsOrigins: [], rateLimitPerMinute: 0, requestTimeoutMs: 5_000 };
const config = {
  http,
  auth: { mode: 'keys', metricsToken: 'scrape-me' },
  turn: { deadlineMs: 1_000, maxInFlight: 4 },
  shutdownTimeoutMs: 100,
} as unknown as AppConfig;

let database: TestDatabase;
let app: NestFastifyApplication;
let keys: ApiKeyService;

beforeAll(async () => {
  database = await openTestDatabase({ entities: [ApiKey] });
  app = await start();
  keys = app.get(ApiKeyService);
});

afterAll(async () => {
  await app.close();
  await database.close();
});

async function start(): Promise<NestFastifyApplication> {
  @Global()
  @Module({
    controllers: [RoomController],
    providers: [
      { provide: APP_CONFIG, useValue: config },
      { provide: DataSource, useValue: database.dataSource },
      { provide: EventLog, useValue: silentLog },
      { provide: LOCAL_OWNER_TOKEN, useValue: OWNER_TOKEN },
    ],
    exports: [APP_CONFIG, DataSource, EventLog, LOCAL_OWNER_TOKEN],
  })
  class SampleModule {}

  const module = await Test.createTestingModule({
    imports: [SampleModule, AuthModule, HealthModule, MetricsModule],
  })
    .setLogger(new NestLogAdapter(silentLog))
    .compile();
  const created = module.createNestApplication<NestFastifyApplication>(createHttpAdapter(config));
  configureHttpApp(created, config);
  await created.listen(0, '127.0.0.1');
  return created;
}

interface Ask {
  method?: 'GET' | 'POST' | 'DELETE';
  headers?: Record<string, string>;
  body?: object;
}

async function ask(path: string, key?: string, { method = 'GET', headers, body }: Ask = {}) {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: answer.status, headers: answer.headers, text, json };
}

/** A peer that a server on loopback never meets. */
const requestFrom = (remoteAddress: string, localAddress: string) => ({
  raw: {},
  method: 'GET',
  headers: { authorization: `Bearer ${OWNER_TOKEN}` },
  socket: { remoteAddress, localAddress },
});

async function makeKey(scopes: Scope[], userId: string | null = null): Promise<string> {
  return (await keys.create({ name: 'test', scopes, userId })).key;
}

describe('a request', () => {
  it('needs a key, and learns how to send it', async () => {
    const answer = await ask('/api/rooms');
    expect([answer.status, answer.json['code'], answer.headers.get('www-authenticate')]).toEqual([
      401,
      'unauthorized',
      'Bearer',
    ]);
  });

  it('is known by its key in either header, on both paths', async () => {
    const key = await makeKey(['read']);
    const caller = (await ask('/api/v1/rooms', key)).json;
    expect(caller).toMatchObject({ scopes: ['read'], boundUserId: null });
    expect((await ask('/api/rooms', undefined, { headers: { 'x-api-key': key } })).json).toEqual(caller);
  });

  it.each(['nonsense', `rap_${'0'.repeat(12)}_${'A'.repeat(43)}`, ''])('is refused with the key %j', async (key) => {
    expect((await ask('/api/rooms', key)).status).toBe(401);
  });

  it('is refused when one character of the secret differs, and once the key is revoked', async () => {
    const { key, record } = await keys.create({ name: 'x', scopes: ['read'], userId: null });
    const wrong = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    expect((await ask('/api/rooms', wrong)).status).toBe(401);
    expect((await ask('/api/rooms', key)).status).toBe(200);
    await keys.revoke(record.key_id);
    expect((await ask('/api/rooms', key)).status).toBe(401);
  });

  it('needs the scope of its route, and the refusal names it', async () => {
    const key = await makeKey(['read', 'converse']);
    expect((await ask('/api/rooms/talk', key, { method: 'POST' })).status).toBe(201);
    const refused = await ask('/api/rooms', key, { method: 'POST' });
    expect([refused.status, refused.json['code'], refused.json['detail']]).toEqual([
      403,
      'forbidden',
      'This needs a key with the scope "write".',
    ]);
  });

  it('of a bound key carries its user and may not ask about everybody', async () => {
    const key = await makeKey(['read'], '39');
    expect((await ask('/api/rooms', key)).json['boundUserId']).toBe('39');
    expect((await ask('/api/rooms/all', key)).status).toBe(403);
    expect((await ask('/api/rooms/all', await makeKey(['read']))).status).toBe(200);
  });

  it('with the owner’s token counts on this machine only', async () => {
    expect((await ask('/api/rooms', OWNER_TOKEN)).json['scopes']).toEqual(['admin']);
    const guard = new AuthGuard(config, OWNER_TOKEN, keys, app.get(Reflector));
    const admit = (peer: string) =>
      guard.canActivate(
        new ExecutionContextHost([requestFrom(peer, '10.0.0.8')], RoomController, RoomController.prototype.read),
      );
    await expect(admit('10.0.0.9')).rejects.toMatchObject({ code: 'unauthorized' });
    // The command line beside a server that listens on a network address only.
    await expect(admit('10.0.0.8')).resolves.toBe(true);
  });

  it('leaves the time of its key’s last use, once a minute', async () => {
    const { key, record } = await keys.create({ name: 'x', scopes: ['read'], userId: null });
    const lastUse = async () => {
      const rows: { last_used_at: Date | null }[] = await database.dataSource.query(
        'SELECT last_used_at FROM api_keys WHERE key_id = $1',
        [record.key_id],
      );
      return rows[0]?.last_used_at?.getTime() ?? null;
    };
    await ask('/api/rooms', key);
    let first: number | null = null;
    while (first === null) first = await lastUse();
    await ask('/api/rooms', key);
    expect(await lastUse()).toBe(first);
  });

  it('is refused above the limit, with the time to wait, and only for that key', async () => {
    const [busy, calm] = [await makeKey(['read']), await makeKey(['read'])];
    http.rateLimitPerMinute = 2;
    const statuses = [await ask('/api/rooms', busy), await ask('/api/rooms', busy), await ask('/api/rooms', busy)];
    const other = await ask('/api/rooms', calm);
    http.rateLimitPerMinute = 0;
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect([statuses[2]?.json['code'], statuses[2]?.headers.get('retry-after'), other.status]).toEqual([
      'rate_limited',
      '30',
      200,
    ]);
  });
});

describe('the routes of keys', () => {
  it('are for administrators', async () => {
    expect((await ask('/api/keys', await makeKey(['read', 'write', 'converse']))).status).toBe(403);
  });

  it('show a new key once and then never again', async () => {
    const admin = await makeKey(['admin']);
    const made = await ask('/api/v1/keys', admin, {
      method: 'POST',
      body: { name: 'dashboard', scopes: ['read'], user_id: '39' },
    });
    expect([made.status, made.json['name'], made.json['user_id']]).toEqual([201, 'dashboard', '39']);
    const key = String(made.json['key']);
    expect((await ask('/api/rooms', key)).status).toBe(200);
    const stored = JSON.stringify(await database.dataSource.query('SELECT * FROM api_keys'));
    const listed = (await ask('/api/keys?limit=100', admin)).text;
    expect(listed).toContain(String(made.json['key_id']));
    for (const text of [stored, listed]) expect(text).not.toContain(key.slice(-43));
    expect((await ask(`/api/keys/${String(made.json['key_id'])}`, admin, { method: 'DELETE' })).status).toBe(204);
    expect((await ask('/api/rooms', key)).status).toBe(401);
  });

  it('page through every key once', async () => {
    const admin = await makeKey(['admin']);
    const rows: { n: string }[] = await database.dataSource.query('SELECT count(*)::text AS n FROM api_keys');
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { json } = await ask(`/api/keys?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`, admin);
      ids.push(...(json['data'] as { key_id: string }[]).map(({ key_id }) => key_id));
      cursor = (json['page'] as { next_cursor: string | null }).next_cursor;
    }
    expect([ids.length, new Set(ids).size]).toEqual([Number(rows[0]?.n), Number(rows[0]?.n)]);
  });

  it.each([
    [{}, ['/name', '/scopes']],
    [{ name: ' ', scopes: ['read'] }, ['/name']],
    [{ name: 'x', scopes: ['root'] }, ['/scopes']],
    [{ name: 'x', scopes: ['admin'], user_id: '39' }, ['/user_id']],
    [{ name: 'x', scopes: ['read'], user_id: '  ' }, ['/user_id']],
  ])('refuse %j', async (body, pointers) => {
    const answer = await ask('/api/keys', await makeKey(['admin']), { method: 'POST', body });
    expect([answer.status, (answer.json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)]).toEqual([
      400,
      pointers,
    ]);
  });

  it('know neither strange keys nor strange cursors', async () => {
    const admin = await makeKey(['admin']);
    expect((await ask('/api/keys/none', admin, { method: 'DELETE' })).status).toBe(404);
    const keys = [
      [-8_640_000_000_000_000, 'a'],
      ['-271821-04-20T00:00:00.000Z', 'a'],
      ['+275760-09-13T00:00:00.000Z', 'a'],
      ['2026-11-20', 'a'],
      ['a', 'b'],
      [1, 2],
    ];
    for (const cursor of ['x', ...keys.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'))]) {
      const answer = await ask(`/api/keys?cursor=${cursor}`, admin);
      expect(answer.json).toMatchObject({ status: 400, errors: [{ pointer: '?cursor', code: 'bad_cursor' }] });
    }
  });
});

describe('outside the API', () => {
  it('health needs no key and tells what works', async () => {
    expect((await ask('/health/live')).json).toEqual({ status: 'alive' });
    expect((await ask('/health/ready')).json).toEqual({ status: 'ready', checks: { database: 'ok', draining: false } });
  });

  it('metrics need their token and show the pool', async () => {
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', 'scrape-me-not')).status).toBe(401);
    const answer = await ask('/metrics', 'scrape-me');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    for (const name of [
      'rapport_database_connections{state="total"}',
      'rapport_turns_in_flight 0',
      'nodejs_eventloop_lag_seconds',
    ]) {
      expect(answer.text).toContain(name);
    }
  });

  it('readiness ends when the process drains', async () => {
    app.get(DrainState).startDraining();
    const answer = await ask('/health/ready');
    expect([answer.status, answer.json]).toEqual([
      503,
      { status: 'not_ready', checks: { database: 'ok', draining: true } },
    ]);
  });
});
