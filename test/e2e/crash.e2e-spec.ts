import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { HttpClient } from '../support/http-client.js';
import { createLastingDatabase, spawnServer } from '../support/spawn-app.js';

const ROUNDS = 20;
const CLIENTS = 4;
/** Answers each round waits for before it kills the server in the middle of the next ones. */
const ANSWERS_BEFORE_KILL = 6;

interface Acknowledged {
  key: string;
  message: string;
  conversationId: string;
  messageId: string;
  draft: string;
}

interface TurnAnswer {
  conversation_id: string;
  message_id: string;
  suggested_response_draft: string;
}

describe('a server that is killed with -9 in the middle of turns', () => {
  it(`loses no answered turn and doubles none, in ${ROUNDS} rounds`, async () => {
    const database = await createLastingDatabase();
    const acknowledged: Acknowledged[] = [];
    const unanswered: { key: string; message: string }[] = [];
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const server = spawnServer({ ...database.env, TURN_DEADLINE_MS: '2000' });
        const client = new HttpClient(await server.url());
        await expectKept(client, acknowledged.slice(-ANSWERS_BEFORE_KILL - CLIENTS));

        let answers = 0;
        const isKilled = (): boolean => server.child.killed;
        const work = Array.from({ length: CLIENTS }, async (_, number) => {
          for (let turn = 0; !isKilled(); turn += 1) {
            const key = `r${round}-c${number}-t${turn}`;
            const message = `How much is the enterprise plan for ${round * 10_000 + number * 1_000 + turn + 1} seats?`;
            try {
              const { status, body } = await sendTurn(client, key, message);
              if (status !== 200) throw new Error(`status ${status}`);
              acknowledged.push({
                key,
                message,
                conversationId: body.conversation_id,
                messageId: body.message_id,
                draft: body.suggested_response_draft,
              });
            } catch (error) {
              if (!isKilled()) throw error;
              unanswered.push({ key, message });
              return;
            }
            answers += 1;
            if (answers === ANSWERS_BEFORE_KILL) server.child.kill('SIGKILL');
          }
        });
        await Promise.all(work);
        expect((await server.exited).signal).toBe('SIGKILL');
        expect(answers).toBeGreaterThanOrEqual(ANSWERS_BEFORE_KILL);
      }

      const server = spawnServer(database.env);
      const client = new HttpClient(await server.url());
      await expectKept(client, acknowledged);
      await expectReplayed(client, acknowledged.slice(-20));
      const retried = unanswered.slice(-20);
      await expectOnce(client, retried);
      await expectOneConversationEach(client, [...acknowledged, ...retried]);
      await server.kill('SIGTERM');
    } finally {
      await database.remove();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * ANSWERS_BEFORE_KILL);
    expect(unanswered.length).toBeGreaterThan(0);
  }, 240_000);
});

function sendTurn(client: HttpClient, key: string, message: string): ReturnType<typeof client.post<TurnAnswer>> {
  return client.post<TurnAnswer>(
    '/api/v1/process_message',
    { current_prospect_message: message, prospect_id: 'prospect_103' },
    { 'idempotency-key': key },
  );
}

/** Every answered turn is in its history, whole and once. */
async function expectKept(client: HttpClient, turns: readonly Acknowledged[]): Promise<void> {
  for (const { conversationId, messageId, draft, message } of turns) {
    const history = await client.get<{ data: { message_id: string; content: string; status: string }[] }>(
      `/api/v1/conversations/${conversationId}/history`,
    );
    expect(history.status).toBe(200);
    expect(history.body.data.map(({ content, status }) => [content, status])).toEqual([
      [message, 'complete'],
      [draft, 'complete'],
    ]);
    expect(history.body.data[1]?.message_id).toBe(messageId);
  }
}

async function expectReplayed(client: HttpClient, turns: readonly Acknowledged[]): Promise<void> {
  for (const { key, message, messageId } of turns) {
    const { status, body } = await sendTurn(client, key, message);
    expect([status, body.message_id]).toEqual([200, messageId]);
  }
}

/** A turn without an answer may be sent again under its key; however far it had come, there is one conversation of it in the end. */
async function expectOnce(client: HttpClient, turns: readonly { key: string; message: string }[]): Promise<void> {
  for (const { key, message } of turns) {
    const first = await retryWhileRunning(client, key, message);
    const again = await sendTurn(client, key, message);
    expect(again.body.message_id).toBe(first.message_id);
  }
}

/** On a server the dead turn's key is free when its lease has run out: the answer says so until then. */
async function retryWhileRunning(client: HttpClient, key: string, message: string): Promise<TurnAnswer> {
  for (;;) {
    const { status, body } = await sendTurn(client, key, message);
    if (status === 200) return body;
    expect(status).toBe(409);
    await new Promise((resolve) => {
      setTimeout(resolve, 250);
    });
  }
}

/** Neither an answered turn nor a retried one has left a second conversation behind. */
async function expectOneConversationEach(client: HttpClient, turns: readonly { message: string }[]): Promise<void> {
  const titles = new Map<string, number>();
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page = await client.get<{ data: { title: string }[]; page: { next_cursor: string | null } }>(
      `/api/v1/conversations/1000000003?limit=100${query}`,
    );
    for (const { title } of page.body.data) titles.set(title, (titles.get(title) ?? 0) + 1);
    cursor = page.body.page.next_cursor;
  } while (cursor !== null);
  expect(turns.filter(({ message }) => titles.get(message) !== 1)).toEqual([]);
}

describe('a server that is killed with -9 while the model is thinking', () => {
  it('still has the prospect’s message afterwards', async () => {
    const model = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(model, 'listening');
    const { port } = model.address() as AddressInfo;
    const asked = once(model, 'request');
    const database = await createLastingDatabase();
    const first = spawnServer({ ...database.env, LLM_PROVIDER: 'openai', LLM_BASE_URL: `http://127.0.0.1:${port}/v1` });
    const response = await fetch(`${await first.url()}/api/v1/process_message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ current_prospect_message: 'Are you there?' }),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('event: analysis')) text += (await reader?.read())?.value ?? '';
    const { conversation_id: id } = JSON.parse(/event: start\ndata: (.*)/.exec(text)?.[1] ?? '') as {
      conversation_id: string;
    };
    await asked;
    await first.kill('SIGKILL');
    await reader?.cancel().catch(() => undefined);

    const second = spawnServer(database.env);
    const history = await new HttpClient(await second.url()).get<{ data: { content: string; status: string }[] }>(
      `/api/v1/conversations/${id}/history`,
    );
    expect(history.status).toBe(200);
    expect(history.body.data[0]).toMatchObject({ content: 'Are you there?', status: 'complete' });
    expect(['running', 'failed']).toContain(history.body.data[1]?.status);
    await second.kill('SIGTERM');
    model.closeAllConnections();
    model.close();
    await database.remove();
  });
});
