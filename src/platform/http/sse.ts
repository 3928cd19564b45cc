import { type FastifyReply } from 'fastify';
import { type ServerResponse } from 'node:http';
import { logProblem, problemOf } from '../errors/problem.filter.js';
import { toProblemError } from '../errors/to-problem.js';
import { type EventLog } from '../logging/event-log.js';

/** One server-sent event; `data` travels as JSON. */
export interface StreamEvent {
  event: string;
  data: unknown;
}

export interface EventStreamOptions {
  log: EventLog;
  /** Called once when the client leaves before the end: abort the work here. */
  onClose?: () => void;
  /** Pause between comment pings that keep proxies from closing a quiet stream. */
  pingMs?: number;
  /** How long a client may leave its buffer full before it counts as gone. */
  stalledMs?: number;
}

export const PING_FRAME = ': ping\n\n';
const PING_MS = 15_000;
const STALLED_MS = 30_000;

/** The event as it goes over the wire (WHATWG HTML §9.2); JSON has no raw line breaks, so one `data` line is enough. */
export function encodeEvent({ event, data }: StreamEvent): string {
  return `event: ${event.replace(/[\r\n]/g, '')}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Sends the events as a stream, one at a time and no faster than the client reads. The first event is awaited before
 * anything is written, so what throws until then is an ordinary problem response. Later faults become an `error` event.
 * When the client leaves, `onClose` is called and the generator still runs its `finally` before this resolves.
 */
export async function sendEventStream(
  reply: FastifyReply,
  events: AsyncIterable<StreamEvent>,
  options: EventStreamOptions,
): Promise<void> {
  const iterator = events[Symbol.asyncIterator]();
  const client = new StreamClient(reply.raw, options);
  try {
    const first = await iterator.next();
    // The request's deadline may have answered in the meantime.
    if (!client.gone && !reply.sent) openStream(reply, client);
    await forward(iterator, first, client, reply, options.log);
  } finally {
    client.release();
  }
}

async function forward(
  iterator: AsyncIterator<StreamEvent>,
  first: IteratorResult<StreamEvent, unknown>,
  client: StreamClient,
  reply: FastifyReply,
  log: EventLog,
): Promise<void> {
  try {
    for (let next = first; next.done !== true; next = await iterator.next()) {
      if (!client.open) {
        await iterator.return?.();
        return;
      }
      await client.write(encodeEvent(next.value));
    }
  } catch (thrown) {
    const problem = toProblemError(thrown);
    logProblem(log, problem, reply.request);
    if (client.open) await client.write(encodeEvent({ event: 'error', data: problemOf(problem, reply.request) }));
  }
  client.end();
}

function openStream(reply: FastifyReply, client: StreamClient): void {
  const headers = reply.getHeaders();
  delete headers['content-length'];
  reply.hijack();
  client.start({
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
}

/** The reading end: knows whether it is still there and whether it keeps up. Holds one listener and one timer. */
class StreamClient {
  private started = false;
  private departed = false;
  private ping: NodeJS.Timeout | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: EventStreamOptions,
  ) {
    response.on('close', this.onClosed);
    if (response.destroyed) this.onClosed();
  }

  get gone(): boolean {
    return this.departed;
  }

  /** Whether frames may be written. */
  get open(): boolean {
    return this.started && !this.departed && !this.response.writableEnded;
  }

  start(headers: NodeJS.Dict<number | string | string[]>): void {
    this.response.writeHead(200, headers);
    this.response.flushHeaders();
    this.started = true;
    this.ping = setInterval(() => {
      if (this.open && !this.response.writableNeedDrain) this.response.write(PING_FRAME);
    }, this.options.pingMs ?? PING_MS);
    this.ping.unref();
  }

  async write(frame: string): Promise<void> {
    if (this.response.write(frame) || this.departed) return;
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        clearTimeout(stalled);
        this.response.off('drain', settle);
        this.response.off('close', settle);
        resolve();
      };
      const stalled = setTimeout(() => this.response.destroy(), this.options.stalledMs ?? STALLED_MS);
      this.response.once('drain', settle);
      this.response.once('close', settle);
    });
  }

  end(): void {
    if (this.open) this.response.end();
  }

  release(): void {
    clearInterval(this.ping);
    this.response.off('close', this.onClosed);
  }

  private readonly onClosed = (): void => {
    if (this.departed || this.response.writableFinished) return;
    this.departed = true;
    clearInterval(this.ping);
    this.options.onClose?.();
  };
}
