import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { HttpClient } from '../support/http-client.js';
import { createLastingDatabase, spawnCommand, spawnServer } from '../support/spawn-app.js';
import { serverUrl } from '../support/test-database.js';

/** Two servers may share a PostgreSQL server; the folder of an embedded database belongs to one. */
const onEmbedded = (name: string, test: () => Promise<void>): void => {
  if (serverUrl === undefined) it(name, test);
};

describe('the process', () => {
  let database: Awaited<ReturnType<typeof createLastingDatabase>>;

  beforeEach(async () => {
    database = await createLastingDatabase();
  });

  afterEach(() => database.remove());

  it('says everything that is wrong with its configuration and leaves with 78', async () => {
    const exit = await spawnServer({ ...database.env, PORT: 'x', LOG_LEVEL: 'loud' }).exited;
    expect(exit.code).toBe(78);
    expect(exit.stderr).toBe(
      'The configuration is not valid:\n  - PORT must be a whole number\n  - LOG_LEVEL must be one of debug, info, warn, error, silent\n',
    );
  });

  it('refuses to serve the network without keys, naming the variable, and leaves with 78', async () => {
    const exit = await spawnServer({ ...database.env, HOST: '0.0.0.0' }).exited;
    expect([exit.code, exit.stderr.includes('AUTH_MODE')]).toEqual([78, true]);
  });

  it('says that the port is taken and leaves with 71', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as AddressInfo;
    const exit = await spawnServer({ ...database.env, PORT: String(port) }).exited;
    squatter.close();
    expect(exit.code).toBe(71);
    expect(exit.stderr).toBe(`127.0.0.1:${port} is in use by another process; set PORT or HOST to another one.\n`);
  });

  it('says that the database is down, without its password, and leaves with 69', async () => {
    const exit = await spawnServer({ DATABASE_URL: 'postgres://app:hunter2@127.0.0.1:1/rapport' }).exited;
    expect(exit.code).toBe(69);
    expect(exit.stderr).toBe(
      'The database at 127.0.0.1:1/rapport cannot be used: nothing listens there; start it or correct DATABASE_URL.\n',
    );
    expect(exit.stdout + exit.stderr).not.toContain('hunter2');
  });

  onEmbedded('refuses a data folder that another process uses, and leaves with 75', async () => {
    const owner = spawnServer(database.env);
    const url = await owner.url();
    const second = await spawnServer(database.env).exited;
    expect(second.code).toBe(75);
    expect(second.stderr).toBe(
      `The data folder ${database.env['DATA_DIR'] ?? ''} is in use by process ${owner.child.pid ?? 0} on ${await hostName()} (it listens on ${url}); stop it, or set DATA_DIR to another folder.\n`,
    );
    expect((await owner.kill('SIGTERM')).code).toBe(0);
  });

  onEmbedded('takes over the folder of a process that was killed', async () => {
    const first = spawnServer(database.env);
    await first.url();
    await first.kill('SIGKILL');
    const second = spawnServer(database.env);
    await second.url();
    expect((await second.kill('SIGTERM')).code).toBe(0);
  });

  it('lets commands work beside the running server', async () => {
    const server = spawnServer({ ...database.env, AUTH_MODE: 'keys' });
    const url = await server.url();
    const created = await spawnCommand(
      ['keys', 'create', '--name', 'dashboard', '--scopes', 'read,converse'],
      database.env,
    ).exited;
    expect(created.code).toBe(0);
    const key = created.stdout.trim();
    const client = new HttpClient(url, { authorization: `Bearer ${key}` });
    expect((await client.get('/api/v1/conversations/1')).status).toBe(200);
    expect((await new HttpClient(url).get('/api/v1/conversations/1')).status).toBe(401);

    const listed = await spawnCommand(['keys', 'list'], database.env).exited;
    const [keyId = ''] = listed.stdout.split(' ');
    expect(listed.stdout).not.toContain(key);
    expect((await spawnCommand(['keys', 'revoke', keyId], database.env).exited).code).toBe(0);
    expect((await client.get('/api/v1/conversations/1')).status).toBe(401);
    await server.kill('SIGTERM');
  });

  it('finishes the turn in flight when it is asked to stop, and refuses new ones', async () => {
    const model = await startSlowModel();
    const server = spawnServer({
      ...database.env,
      SAMPLE_DATA: 'off',
      LLM_PROVIDER: 'openai',
      LLM_BASE_URL: model.url,
    });
    const client = new HttpClient(await server.url());
    const inFlight = client.post<{ status: string; model: { provider: string } }>('/api/v1/process_message', {
      current_prospect_message: 'Hello',
    });
    await model.asked;
    server.child.kill('SIGTERM');
    await server.line('"app.stopping"');
    const refused = await refusedTurn(client);
    model.answer('Hello from the model.');
    const answer = await inFlight;
    expect([answer.status, answer.body.model.provider]).toEqual([200, 'openai']);
    expect(refused).toEqual({ status: 503, code: 'overloaded', retryAfter: true });
    const exit = await server.exited;
    model.close();
    expect(exit.code).toBe(0);
  });

  it('does not wait for a turn longer than it was told to', async () => {
    const model = await startSlowModel();
    const server = spawnServer({
      ...database.env,
      SAMPLE_DATA: 'off',
      LLM_PROVIDER: 'openai',
      LLM_BASE_URL: model.url,
      SHUTDOWN_TIMEOUT_MS: '500',
    });
    const client = new HttpClient(await server.url());
    const inFlight = client.post('/api/v1/process_message', { current_prospect_message: 'Hello' });
    await model.asked;
    const exit = await server.kill('SIGTERM');
    const answer = await inFlight;
    expect([answer.status, answer.body['code']]).toEqual([503, 'overloaded']);
    expect(exit.code).toBe(0);
    expect(exit.stdout).toContain('"turn.failed"');
    model.close();
  });
});

async function hostName(): Promise<string> {
  const { hostname } = await import('node:os');
  return hostname();
}

async function refusedTurn(client: HttpClient): Promise<{ status: number; code: unknown; retryAfter: boolean }> {
  const { status, body, headers } = await client.post('/api/v1/process_message', {
    current_prospect_message: 'Me too',
  });
  return { status, code: body['code'], retryAfter: headers.has('retry-after') };
}

/** Speaks just enough of OpenAI's protocol, and answers when it is told to. */
async function startSlowModel(): Promise<{
  url: string;
  asked: Promise<void>;
  answer(text: string): void;
  close(): void;
}> {
  let answer: (text: string) => void = () => undefined;
  let onAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    onAsked = resolve;
  });
  const server = createServer((_request, response) => {
    answer = (text) => {
      const chunk = {
        id: 'c',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'm',
        choices: [{ index: 0, delta: { role: 'assistant', content: text }, finish_reason: null }],
      };
      const last = { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(`data: ${JSON.stringify(chunk)}\n\ndata: ${JSON.stringify(last)}\n\ndata: [DONE]\n\n`);
    };
    onAsked();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answer: (text) => {
      answer(text);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
