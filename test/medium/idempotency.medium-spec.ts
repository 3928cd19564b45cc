import { type EntityManager } from 'typeorm';
import { IdempotencyService, ProblemError, type IdempotencyRequest } from '../../src/platform/index.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let service: IdempotencyService;
let sequence = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  service = new IdempotencyService(database.dataSource);
  await database.dataSource.query('CREATE TABLE effects (note text NOT NULL)');
});

afterAll(async () => {
  await database.close();
});

const request = (changes: Partial<IdempotencyRequest> = {}): IdempotencyRequest => ({
  scope: 'key:a',
  key: `k${(sequence += 1)}`,
  requestHash: 'h',
  ...changes,
});

/** Work that leaves a trace under its note. */
const effect = (note: string) => async (manager: EntityManager) => {
  await manager.query('INSERT INTO effects VALUES ($1)', [note]);
  return { status: 201, body: { note } };
};

async function effects(note: string): Promise<number> {
  const rows: unknown[] = await database.dataSource.query('SELECT 1 FROM effects WHERE note = $1', [note]);
  return rows.length;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (thrown) {
    return thrown instanceof ProblemError ? thrown.code : String(thrown);
  }
}

describe('IdempotencyService', () => {
  it('does the work once and replays status and body', async () => {
    const key = request();
    expect(await service.run(key, effect('once'))).toEqual({ status: 201, body: { note: 'once' }, replayed: false });
    expect(await service.run(key, effect('never'))).toEqual({ status: 201, body: { note: 'once' }, replayed: true });
    expect([await effects('once'), await effects('never')]).toEqual([1, 0]);
  });

  it('does the work every time without a key', async () => {
    await service.run(null, effect('keyless'));
    await service.run(null, effect('keyless'));
    expect(await effects('keyless')).toBe(2);
  });

  it('refuses another request under the same key', async () => {
    const key = request();
    await service.run(key, effect('first'));
    expect(await codeOf(service.run({ ...key, requestHash: 'other' }, effect('second')))).toBe(
      'idempotency_key_reused',
    );
    expect(await effects('second')).toBe(0);
  });

  it('keeps the keys of different callers apart', async () => {
    const key = request();
    await service.run(key, effect('mine'));
    expect((await service.run({ ...key, scope: 'key:b' }, effect('yours'))).replayed).toBe(false);
  });

  it('does the work of two identical requests at once exactly once', async () => {
    const key = request();
    const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(service.run(key, effect('race')))));
    expect(await effects('race')).toBe(1);
    expect(codes.filter((code) => code !== 'done' && code !== 'idempotency_in_progress')).toEqual([]);
    expect(codes).toContain('done');
  });

  it('frees the key and keeps no effect when the work fails', async () => {
    const key = request();
    const failing = async (manager: EntityManager) => {
      await effect('undone')(manager);
      throw new ProblemError('conflict');
    };
    expect(await codeOf(service.run(key, failing))).toBe('conflict');
    expect(await effects('undone')).toBe(0);
    expect((await service.run(key, effect('again'))).replayed).toBe(false);
  });

  it('refuses while a row says that the request runs, until that row expires', async () => {
    const key = request();
    const insert = `INSERT INTO idempotency_keys (scope, key, request_hash, status, created_at, expires_at)
                    VALUES ($1, $2, $3, 'running', now(), now() + $4::interval)`;
    await database.dataSource.query(insert, [key.scope, key.key, key.requestHash, '1 minute']);
    expect(await codeOf(service.run(key, effect('waiting')))).toBe('idempotency_in_progress');
    await database.dataSource.query(`UPDATE idempotency_keys SET expires_at = now() WHERE key = $1`, [key.key]);
    expect((await service.run(key, effect('waiting'))).replayed).toBe(false);
    expect((await service.run(key, effect('waiting'))).replayed).toBe(true);
  });

  it('keeps an answer without a body, and the conversation it belongs to', async () => {
    const key = request();
    const conversationId = '019a0000-0000-7000-8000-000000000001';
    await service.run(key, () => Promise.resolve({ status: 204, body: undefined, conversationId }));
    expect(await service.run(key, effect('x'))).toEqual({ status: 204, body: null, replayed: true });
    await database.dataSource.query('DELETE FROM idempotency_keys WHERE conversation_id = $1', [conversationId]);
    expect((await service.run(key, effect('x'))).replayed).toBe(false);
  });

  it('forgets what expired a day ago and nothing else', async () => {
    const [old, young] = [request(), request()];
    await service.run(old, effect('old'));
    await service.run(young, effect('young'));
    await database.dataSource.query(
      `UPDATE idempotency_keys SET expires_at = now() - interval '25 hours' WHERE key = $1`,
      [old.key],
    );
    await service.purgeExpired();
    const rows: { key: string }[] = await database.dataSource.query(
      'SELECT key FROM idempotency_keys WHERE key = ANY ($1)',
      [[old.key, young.key]],
    );
    expect(rows).toEqual([{ key: young.key }]);
  });
});
