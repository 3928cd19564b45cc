import { Controller, Global, Module, Post, Query, Res } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type FastifyReply } from 'fastify';
import { EventEmitter, once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setImmediate as nextTick } from 'node:timers/promises';
import { NestLogAdapter } from '../../src/platform/logging/nest-log.adapter.js';
import {
  configureHttpApp,
  createHttpAdapter,
  EventLog,
  Metrics,
  ProblemError,
  sendEventStream,
  type StreamEvent,
} from '../../src/platform/index.js';
import { silentLog } from '../support/test-database.js';

/** What a test can see of the streams from inside. */
const seen = { finished: 0, aborted: 0, produced: 0, drained: new EventEmitter() };

async function* produce(kind: string, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  try {
    if (kind === 'refused') throw new ProblemError('conversation_closed');
    yield { event: 'start', data: { text: 'line\nbreak' } };
    if (kind === 'broken') throw new Error('secret detail');
    if (kind === 'hanging') await once(signal, 'abort');
    for (let i = 0; kind === 'flood' && i < 2_000 && !signal.aborted; i += 1) {
      seen.produced += 1;
      yield { event: 'text-delta', data: { delta: 'x'.repeat(10_000) } };
    }
    if (kind === 'pinged') await once(seen.drained, 'go');
    yield { event: 'end', data: { done: true } };
  } finally {
    seen.finished += 1;
    seen.drained.emit('finished');
  }
}

@Controller('streams')
class StreamController {
  @Post()
  async open(@Query('kind') kind: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const abort = new AbortController();
    await sendEventStream(reply, produce(kind, abort.signal), {
      log: silentLog,
      pingMs: 5,
      stalledMs: 60_000,
      onClose: () => {
        seen.aborted += 1;
        abort.abort();
      },
    });
  }
}

@Global()
@Module({ controllers: [StreamController], providers: [{ provide: EventLog, useValue: silentLog }, Metrics] })
class SampleModule {}

const config = {
  http: { host: '127.0.0.1', port: 0, corsOrigins: ['*'], rateLimitPerMinute: 0, requestTimeoutMs: 5_000 },
};
let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [SampleModule] })
    .setLogger(new NestLogAdapter(silentLog))
    .compile();
  app = module.createNestApplication<NestFastifyApplication>(createHttpAdapter(config));
  configureHttpApp(app, config);
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as AddressInfo).port;
});

afterAll(async () => {
  await app.close();
});

beforeEach(() => {
  Object.assign(seen, { finished: 0, aborted: 0, produced: 0 });
});

async function open(kind: string): Promise<IncomingMessage> {
  const sent = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/api/v1/streams?kind=${kind}`,
    agent: false,
    headers: { origin: 'https://a.example' },
  });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

async function readAll(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const bytes of response) text += String(bytes);
  return text;
}

describe('an event stream', () => {
  it('sends each event as a frame, with the headers a stream needs and those of every answer', async () => {
    const response = await open('plain');
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers['x-request-id']).toBeTruthy();
    expect(await readAll(response)).toBe(
      'event: start\ndata: {"text":"line\\nbreak"}\n\nevent: end\ndata: {"done":true}\n\n',
    );
    expect([seen.finished, seen.aborted]).toEqual([1, 0]);
  });

  it('answers a fault before the first event as an ordinary problem', async () => {
    const response = await open('refused');
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      409,
      'application/problem+json; charset=utf-8',
    ]);
    expect(JSON.parse(await readAll(response))).toMatchObject({ code: 'conversation_closed' });
  });

  it('ends with the problem as an event when something breaks later', async () => {
    const frames = (await readAll(await open('broken'))).split('\n\n');
    expect(frames[1]).toMatch(/^event: error\ndata: \{.*"code":"internal_error"/);
    expect(frames.join()).not.toContain('secret');
  });

  it('sends comments while nothing happens', async () => {
    const response = await open('pinged');
    let text = '';
    for await (const bytes of response) {
      text += String(bytes);
      if (text.includes(': ping\n\n')) seen.drained.emit('go');
    }
    expect(text).toMatch(/: ping\n\n[^]*event: end/);
  });

  it('produces no faster than the client reads', async () => {
    const response = await open('flood');
    response.pause();
    let before = -1;
    while (before !== seen.produced) {
      before = seen.produced;
      await nextTick();
    }
    expect(seen.produced).toBeLessThan(2_000);
    response.destroy();
    await until(() => seen.finished === 1);
    expect(seen.aborted).toBe(1);
  });

  it('lets the work of 200 clients that leave come to its end, and leaves no listener behind', async () => {
    const listeners: number[] = [];
    const watch = (_request: unknown, response: EventEmitter) => {
      response.on('close', () => {
        setImmediate(() => {
          listeners.push(response.listenerCount('drain'));
        });
      });
    };
    app.getHttpServer().on('request', watch);
    const clients = await Promise.all(Array.from({ length: 200 }, () => open('hanging')));
    for (const client of clients) client.destroy();
    await until(() => seen.finished === 200 && listeners.length === 200);
    app.getHttpServer().off('request', watch);
    expect([seen.aborted, listeners.every((count) => count === 0)]).toEqual([200, true]);
  });
});

/** Turns of the event loop, not a pause: the condition is met by events that are already under way. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextTick();
}
