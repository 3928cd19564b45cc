import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What the server does with one request, in the order of the script. */
export type FakeBehaviour =
  | { kind: 'text'; text: string; usage?: FakeUsage; finishReason?: string; omitFinish?: boolean }
  | { kind: 'tool-calls'; calls: { id?: string; name: string; arguments: string }[]; usage?: FakeUsage }
  /** An error status with OpenAI's error body, which quotes the caller's key as the real one does. */
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  /** Begins the stream, sends the text and then nothing more. */
  | { kind: 'stall'; text: string }
  /** One character of text every `intervalMs`, for ever. */
  | { kind: 'drip'; intervalMs: number }
  /** Sends the text and tears the connection. */
  | { kind: 'cut'; text: string }
  /** A proxy's page where JSON was expected. */
  | { kind: 'html' }
  | { kind: 'malformed-json' }
  | { kind: 'empty-choices' }
  /** An error reported inside a stream that began well. */
  | { kind: 'error-event'; text: string }
  /** A line that never ends. */
  | { kind: 'oversized'; bytes: number };

export interface FakeUsage {
  prompt_tokens: number;
  completion_tokens: number;
}

export interface FakeRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/** A small server of our own on loopback that speaks streaming chat completions, well or badly, as scripted. */
export class FakeOpenAiServer {
  readonly requests: FakeRequest[] = [];
  /** Connections the client closed before the answer was complete. */
  abandoned = 0;
  private readonly script: FakeBehaviour[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeOpenAiServer> {
    const server = createServer();
    const fake = new FakeOpenAiServer(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
        fake.requests.push({ path: request.url ?? '', headers: request.headers, body });
        response.on('close', () => {
          if (!response.writableFinished) fake.abandoned += 1;
        });
        fake.answer(response, fake.script.shift() ?? { kind: 'status', status: 599 });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** Replaces what is left of the script and forgets earlier requests. */
  play(...behaviours: FakeBehaviour[]): void {
    this.script.splice(0, this.script.length, ...behaviours);
    this.requests.length = 0;
    this.abandoned = 0;
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(response: ServerResponse, behaviour: FakeBehaviour): void {
    switch (behaviour.kind) {
      case 'hang':
        return;
      case 'status':
        sendStatus(response, behaviour.status, behaviour.headers ?? {});
        return;
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in to continue</body></html>');
        return;
      case 'drip':
        this.drip(response, behaviour.intervalMs);
        return;
      default:
        startStream(response);
        streamBehaviour(response, behaviour);
    }
  }

  private drip(response: ServerResponse, intervalMs: number): void {
    startStream(response);
    const timer = setInterval(() => {
      sendChunk(response, { delta: { role: 'assistant', content: '.' } });
    }, intervalMs);
    this.timers.add(timer);
    response.on('close', () => {
      clearInterval(timer);
      this.timers.delete(timer);
    });
  }
}

type StreamBehaviour = Exclude<FakeBehaviour, { kind: 'hang' | 'status' | 'html' | 'drip' }>;
type BadStream = Exclude<StreamBehaviour, { kind: 'text' | 'tool-calls' }>;

function streamBehaviour(response: ServerResponse, behaviour: StreamBehaviour): void {
  switch (behaviour.kind) {
    case 'text':
      sendText(response, behaviour.text);
      if (behaviour.omitFinish !== true) sendChunk(response, { finish_reason: behaviour.finishReason ?? 'stop' });
      break;
    case 'tool-calls':
      sendToolCalls(response, behaviour.calls);
      sendChunk(response, { finish_reason: 'tool_calls' });
      break;
    default:
      streamBadly(response, behaviour);
      return;
  }
  sendUsage(response, behaviour.usage);
  response.end('data: [DONE]\n\n');
}

function streamBadly(response: ServerResponse, behaviour: BadStream): void {
  if ('text' in behaviour) sendText(response, behaviour.text);
  switch (behaviour.kind) {
    case 'stall':
      return;
    case 'cut':
      setImmediate(() => response.destroy());
      return;
    case 'malformed-json':
      response.end('data: {"choices": [{"delta": {"content": "half\n\ndata: [DONE]\n\n');
      return;
    case 'empty-choices':
      response.end(`data: ${JSON.stringify({ ...ENVELOPE, choices: [] })}\n\ndata: [DONE]\n\n`);
      return;
    case 'error-event':
      response.end(`data: ${JSON.stringify({ error: { message: 'Out of memory', type: 'server_error' } })}\n\n`);
      return;
    case 'oversized':
      response.end(`data: {"choices": [{"delta": {"content": "${'x'.repeat(behaviour.bytes)}"}}]}\n\n`);
  }
}

const ENVELOPE = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_763_600_000, model: 'fake-1' };

function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

function sendChunk(response: ServerResponse, choice: Record<string, unknown>): void {
  const full = { index: 0, delta: {}, finish_reason: null, ...choice };
  response.write(`data: ${JSON.stringify({ ...ENVELOPE, choices: [full] })}\n\n`);
}

/** The role first, then word by word, as real servers do. */
function sendText(response: ServerResponse, text: string): void {
  sendChunk(response, { delta: { role: 'assistant', content: '' } });
  for (const word of text.match(/\S+\s*/g) ?? []) sendChunk(response, { delta: { content: word } });
}

/** Name and id first, then the arguments in two halves. */
function sendToolCalls(response: ServerResponse, calls: { id?: string; name: string; arguments: string }[]): void {
  sendChunk(response, { delta: { role: 'assistant', content: null } });
  calls.forEach((call, index) => {
    const half = Math.ceil(call.arguments.length / 2);
    const head = {
      index,
      id: call.id ?? `call_${index}`,
      type: 'function',
      function: { name: call.name, arguments: '' },
    };
    sendChunk(response, { delta: { tool_calls: [head] } });
    for (const piece of [call.arguments.slice(0, half), call.arguments.slice(half)]) {
      sendChunk(response, { delta: { tool_calls: [{ index, function: { arguments: piece } }] } });
    }
  });
}

function sendUsage(response: ServerResponse, usage: FakeUsage | undefined): void {
  if (usage === undefined) return;
  const total = usage.prompt_tokens + usage.completion_tokens;
  response.write(`data: ${JSON.stringify({ ...ENVELOPE, choices: [], usage: { ...usage, total_tokens: total } })}\n\n`);
}

function sendStatus(response: ServerResponse, status: number, headers: Record<string, string>): void {
  const authorization = String(response.req.headers.authorization);
  const error = { message: `Refused for ${authorization}`, type: 'error', code: null };
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));
}
