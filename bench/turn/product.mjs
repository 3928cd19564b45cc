/** The product's own spine, called in process: everything but HTTP, with a model that answers at once. */
import { answerCommands } from '../support/child.mjs';
import { importBuilt, importOfProduct } from '../support/paths.mjs';
import { startProfile, stopProfile } from '../support/profile.mjs';
import { countQueries } from './count-queries.mjs';
import { runClients } from './run-clients.mjs';
import { answerCiting, FACT, MAX_CLIENTS, nextQuestion, POOL, PROSPECT, TOOL_CALLS } from './scenario.mjs';

const { createApp } = await importBuilt('src/create-app.js');
const { createEventLog, loadConfig } = await importBuilt('src/platform/index.js');
const { ReplyService } = await importBuilt('src/conversations/index.js');
const { LLM_BACKENDS, LlmModule } = await importBuilt('src/llm/index.js');
const { default: pg } = await importOfProduct('pg');

/** Asks for both tools, then answers from what they found; no time, no memory of its own. */
const instantModel = {
  name: 'instant',
  model: 'instant-1',
  async *stream({ task }, signal) {
    signal.throwIfAborted();
    const { observations } = task.facts;
    const passages = observations.flatMap((observation) => observation.passages ?? []);
    const toolCalls = observations.length === 0 ? TOOL_CALLS : [];
    for (const call of toolCalls) yield { type: 'tool-call', call };
    const source = passages.find((passage) => passage.text.includes(FACT));
    if (toolCalls.length === 0 && source === undefined)
      throw new Error('the knowledge base did not bring the passage that answers');
    const text = toolCalls.length === 0 ? answerCiting(source.marker) : '';
    if (text !== '') yield { type: 'text-delta', delta: text };
    const usage = { inputTokens: 900, outputTokens: 30, costUsd: null };
    const attempt = { provider: this.name, model: this.model, status: 'ok', errorCode: null, ...usage, durationMs: 0 };
    const finishReason = toolCalls.length > 0 ? 'tool_calls' : 'stop';
    const result = {
      provider: this.name,
      model: this.model,
      text,
      toolCalls,
      finishReason,
      usage,
      degraded: false,
      degradedReason: null,
      attempts: [attempt],
    };
    yield { type: 'finish', result };
  },
};

/** The wrappers around the backends stay; only the list of backends is another. */
const providers = Reflect.getMetadata('providers', LlmModule);
const others = providers.filter(({ provide }) => provide !== LLM_BACKENDS);
if (others.length !== providers.length - 1) throw new Error('the list of model backends was not found');
Reflect.defineMetadata('providers', [...others, { provide: LLM_BACKENDS, useValue: [instantModel] }], LlmModule);

const config = loadConfig({
  NODE_ENV: 'test',
  DATABASE_URL: process.env.BENCH_URL,
  DATABASE_POOL_MAX: String(POOL),
  LOG_LEVEL: 'silent',
  LOG_FORMAT: 'json',
});
const app = await createApp(config, createEventLog(config.logging));
await app.init();
const replies = app.get(ReplyService);
const caller = { keyId: null, scopes: ['converse'], boundUserId: null, idempotencyScope: 'anonymous' };
let conversations = [];

async function turn(index) {
  const request = {
    message: nextQuestion(),
    sender: 'prospect',
    history: null,
    prospectReference: PROSPECT,
    conversationId: conversations[index],
    withTrace: false,
    caller,
    idempotency: null,
  };
  const { events } = await replies.start(request, replies.newClock());
  let last;
  for await (const event of events) last = event;
  return last.body;
}

answerCommands(
  {
    use: ({ ids }) => void (conversations = ids),
    turn: async () => {
      const { suggested_response_draft: draft, citations } = await turn(0);
      if (citations.length !== 1) throw new Error('the answer of the product cites nothing');
      return { draft };
    },
    round: (settings) => runClients(settings, turn),
    profile: async ({ folder, ...settings }) => {
      await startProfile();
      await runClients(settings, turn);
      return stopProfile(folder, `turn-${settings.clients}-clients`);
    },
    count: async () => {
      const queries = countQueries(pg.Client);
      const counts = [];
      for (let n = 0; n < MAX_CLIENTS; n += 1) counts.push(await queries.count(() => turn(n)));
      queries.stop();
      return { roundTrips: counts.map((statements) => statements.length), statements: counts.at(-1) };
    },
  },
  { system: 'product' },
);
