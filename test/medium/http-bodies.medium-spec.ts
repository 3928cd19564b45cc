import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { lines, send as sendTo, sendChunked, sendRaw, startSampleApp, type Sent } from './http-sample-app.js';

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

const post = (body: unknown) => send('/api/v1/things', { body: JSON.stringify(body) });
/** The answer and its best time of three: what else the machine does must not count. */
async function sendThrice(body = '') {
  let bestMs = Infinity;
  let answer = await post({});
  for (let round = 0; round < 3; round += 1) {
    const startedAt = performance.now();
    answer = await send('/api/v1/things', { body });
    bestMs = Math.min(bestMs, performance.now() - startedAt);
  }
  return { ...answer, bestMs };
}

const valid = { current_prospect_message: 'hello' };

describe('bodies', () => {
  it.each([
    ['nothing', '', 'validation_failed'],
    ['white space', '  \n', 'malformed_json'],
    ['half an object', '{"current_prospect_message": "x"', 'malformed_json'],
    ['two objects', '{}{}', 'malformed_json'],
    ['a list', '[]', 'validation_failed'],
    ['a list of objects', '[{"current_prospect_message":"x"}]', 'validation_failed'],
    ['a string', '"x"', 'validation_failed'],
    ['a number', '7', 'validation_failed'],
    ['null', 'null', 'validation_failed'],
    ['an empty object', '{}', 'validation_failed'],
    ['a wrong type', '{"current_prospect_message":7}', 'validation_failed'],
    ['an object for a text', '{"current_prospect_message":{"toString":1}}', 'validation_failed'],
    ['NUL', '{"current_prospect_message":"a\\u0000"}', 'validation_failed'],
    ['a lone surrogate', '{"current_prospect_message":"\\ud800"}', 'validation_failed'],
    ['an unknown field', '{"current_prospect_message":"x","nope":1}', 'unknown_field'],
    ['a prototype', '{"current_prospect_message":"x","__proto__":{"a":1}}', 'validation_failed'],
    [
      'deep nesting',
      `{"current_prospect_message":"x","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'validation_failed',
    ],
    [
      'a list that is an object',
      '{"current_prospect_message":"x","conversation_history":{"length":3}}',
      'validation_failed',
    ],
    ['nulls in a list', '{"current_prospect_message":"x","conversation_history":[null,1,"x",[]]}', 'validation_failed'],
    ['a number beyond all numbers', '{"current_prospect_message":"x","number":1e999}', 'validation_failed'],
    ['a fraction', '{"current_prospect_message":"x","number":1.5}', 'validation_failed'],
  ])('refuses %s with 400', async (_, body, code) => {
    const answer = await send('/api/v1/things', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.json['code']]).toEqual([400, code]);
  });

  it.each([
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    '__defineGetter__',
    '__lookupSetter__',
  ])('refuses a field called %s, which every object has by nature, whatever its value', async (name) => {
    for (const value of [null, 0, 'x', [], { a: 1 }]) {
      const [flat, nested] = [
        await post({ ...valid, [name]: value }),
        await post({ ...valid, conversation_history: [{ sender: 'a', content: 'b', [name]: value }] }),
      ];
      expect([flat.status, flat.json['code'], flat.json['errors']]).toMatchObject([
        400,
        'unknown_field',
        [{ pointer: `/${name}` }],
      ]);
      expect([nested.status, nested.json['errors']]).toMatchObject([
        400,
        [{ pointer: `/conversation_history/0/${name}` }],
      ]);
    }
  });

  it.each([[{ length: 3 }], [{}], [{ sender: 'a' }], ['x'], [7]])(
    'says of a history that is no list (%j) only that',
    async (history) => {
      const { json } = await post({ ...valid, conversation_history: history });
      expect(
        (json['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`),
      ).toEqual(['/conversation_history is_array']);
    },
  );

  it('refuses objects of very many fields at once', async () => {
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1]));
    const bodies = [
      { ...valid, ...fields(80_000) },
      { ...valid, conversation_history: Array.from({ length: 350 }, () => fields(200)) },
    ].map((body) => JSON.stringify(body));
    const [flat, spread] = [await sendThrice(bodies[0]), await sendThrice(bodies[1])];
    expect(flat.json).toMatchObject({
      status: 400,
      code: 'validation_failed',
      errors: [{ pointer: '', code: 'too_many_fields' }],
    });
    expect(flat.bestMs).toBeLessThan(200);
    // As many fields in objects that are just small enough: work in proportion, no more.
    expect([spread.status, (spread.json['errors'] as unknown[]).length]).toEqual([400, 100]);
    expect(spread.bestMs).toBeLessThan(2_000);
  });

  it('says where JSON breaks and repeats nothing of it', async () => {
    const answer = await send('/api/things', { body: '{"a":1,\n "secret" 2}' });
    expect(answer.json['detail']).toBe('The JSON breaks off at character 18 (line 2, column 11).');
    expect(answer.text).not.toContain('secret');
  });

  it('refuses bytes that are no UTF-8', async () => {
    expect((await send('/api/things', { body: new Uint8Array([0x22, 0xff, 0x22]) })).json['code']).toBe(
      'malformed_json',
    );
  });

  it('lists every fault at once with its pointer', async () => {
    const answer = await post({
      number: 'x',
      nope: 1,
      valueOf: 1,
      conversation_history: [
        { sender: 'a', content: 'b', constructor: 1 },
        { sender: 7, extra: true },
      ],
    });
    expect(answer.json['code']).toBe('validation_failed');
    expect(
      (answer.json['errors'] as { pointer: string; code: string }[])
        .map(({ pointer, code }) => `${pointer} ${code}`)
        .sort(),
    ).toEqual([
      '/conversation_history/0/constructor unknown_field',
      '/conversation_history/1/content required',
      '/conversation_history/1/extra unknown_field',
      '/conversation_history/1/sender is_string',
      '/current_prospect_message required',
      '/nope unknown_field',
      '/number is_int',
      '/valueOf unknown_field',
    ]);
  });

  it('takes 10,000 entries of history quickly, good or bad, and lists at most a hundred faults', async () => {
    const history = (entry: object) => ({
      ...valid,
      conversation_history: Array.from({ length: 10_000 }, () => entry),
    });
    const startedAt = performance.now();
    expect((await post(history({ sender: 'prospect', content: 'A message of some length.' }))).json['entries']).toBe(
      10_000,
    );
    const refused = await post(history({ sender: 1, x: 2 }));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect([refused.status, (refused.json['errors'] as unknown[]).length]).toEqual([400, 100]);
  });

  it.each([
    ['text/plain', 'hello'],
    ['application/x-www-form-urlencoded', 'a=1'],
    ['application/xml', '<a/>'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['nonsense', 'x'],
  ])('refuses a body of type %s and says what is accepted', async (type, body) => {
    const answer = await send('/api/things', { body, headers: { 'content-type': type } });
    expect([answer.status, answer.json['code']]).toEqual([415, 'unsupported_media_type']);
    expect(answer.json['detail']).toContain('application/json');
  });

  it('accepts JSON with a charset', async () => {
    const answer = await send('/api/things', {
      body: JSON.stringify(valid),
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(answer.status).toBe(200);
  });

  it('refuses more than 1 MiB, announced or not', async () => {
    const body = JSON.stringify({ current_prospect_message: 'x'.repeat(1024 * 1024) });
    expect([(await send('/api/things', { body })).status, await sendChunked(port, body)]).toEqual([413, 413]);
  });
});

describe('faults', () => {
  it('tells a fault of the table by its code', async () => {
    expect((await send('/api/things/fault?kind=closed', { method: 'POST' })).json).toMatchObject({
      status: 409,
      code: 'conversation_closed',
    });
  });

  it('tells nothing of an unknown fault and logs it once with the request id', async () => {
    const answer = await send('/api/things/fault', { method: 'POST', headers: { 'x-request-id': 'r-1' } });
    expect([answer.status, answer.json['code'], answer.json['request_id']]).toEqual([500, 'internal_error', 'r-1']);
    expect(answer.text).not.toMatch(/secret|srv/);
    expect(lines.filter((line) => line.includes('http.failed') && line.includes('"request_id":"r-1"'))).toHaveLength(1);
  });

  it('asks to come back when the database is down', async () => {
    const answer = await send('/api/things/fault?kind=database', { method: 'POST' });
    expect([answer.status, answer.json['code'], answer.headers.get('retry-after')]).toEqual([503, 'overloaded', '1']);
    expect(answer.text).not.toContain('10.1.1.1');
  });

  it('gives up on an answer that does not come', async () => {
    expect((await send('/api/things/never/answers')).json).toMatchObject({ status: 504, code: 'deadline_exceeded' });
  });

  it('answers what is no HTTP at all as a problem', async () => {
    expect(await sendRaw(port, 'NONSENSE\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 [^]*application\/problem\+json[^]*validation_failed/,
    );
    expect(await sendRaw(port, `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(70_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 /,
    );
  });
});
