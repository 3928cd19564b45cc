import { default as request } from 'supertest';

/** A request's outcome, with the body already read. */
export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options';

/** Talks JSON to a running application. */
export class HttpClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send('get', path, undefined, headers);
  }

  post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send('post', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  delete<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send('delete', path);
  }

  /** Sends the body as it is, for bodies that are no JSON. */
  async send<T>(
    method: Method,
    path: string,
    body?: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const call = request(this.url)
      [method](path)
      .set({ ...this.headers, ...headers })
      .buffer(true)
      .parse(readText);
    const response = await (body === undefined ? call : call.serialize((raw: unknown) => raw as string).send(body));
    const text = typeof response.body === 'string' ? response.body : '';
    const isJson = (response.headers['content-type'] ?? '').includes('json') && text !== '';
    return {
      status: response.status,
      headers: new Headers(response.headers),
      body: (isJson ? JSON.parse(text) : text) as T,
    };
  }

  /** The events of a stream, until its end. */
  async stream(path: string, body: unknown): Promise<{ event: string; data: Record<string, unknown> }[]> {
    const { body: text } = await this.post<string>(path, body, { accept: 'text/event-stream' });
    return parseEvents(text);
  }
}

/** While it is parsed, superagent's response is the stream itself; its types do not say so. */
function readText(parsed: request.Response, done: (error: Error | null, text: string) => void): void {
  const response = parsed as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  response.on('end', () => {
    done(null, Buffer.concat(chunks).toString('utf8'));
  });
}

export function parseEvents(text: string): { event: string; data: Record<string, unknown> }[] {
  return text
    .split('\n\n')
    .filter((frame) => frame.startsWith('event: '))
    .map((frame) => {
      const [event = '', data = ''] = frame.split('\ndata: ');
      return { event: event.slice('event: '.length), data: JSON.parse(data) as Record<string, unknown> };
    });
}
