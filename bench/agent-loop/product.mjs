/**
 * The product's agent from the message to the checked, cited answer, without its database: only the list of model
 * backends and the two tools are replaced, by ones that answer at once. Nothing is stored.
 */
import { answerCommands } from '../support/child.mjs';
import { importBuilt, importOfProduct } from '../support/paths.mjs';
import { startProfile, stopProfile } from '../support/profile.mjs';
import { runLoops } from './run-loops.mjs';
import { answerCiting, CUSTOMER, nextQuestion, PASSAGES, PROSPECT, TOOL_CALLS } from './scenario.mjs';

const { AppModule } = await importBuilt('src/app.module.js');
const { createEventLog, IN_MEMORY, loadConfig, NestLogAdapter } = await importBuilt('src/platform/index.js');
const { AgentModule, AgentService } = await importBuilt('src/agent/index.js');
const { AGENT_TOOLS } = await importBuilt('src/agent/tools/agent-tool.port.js');
const { LLM_BACKENDS, LlmModule } = await importBuilt('src/llm/index.js');
const { NestFactory } = await importOfProduct('@nestjs/core');

const instantModel = {
  name: 'instant',
  model: 'instant-1',
  async *stream({ task }) {
    const toolCalls = task.facts.observations.length === 0 ? TOOL_CALLS : [];
    for (const call of toolCalls) yield { type: 'tool-call', call };
    const text = toolCalls.length === 0 ? answerCiting(1) : '';
    if (text !== '') yield { type: 'text-delta', delta: text };
    const usage = { inputTokens: 900, outputTokens: 30, costUsd: null };
    const result = {
      provider: this.name,
      model: this.model,
      text,
      toolCalls,
      finishReason: toolCalls.length > 0 ? 'tool_calls' : 'stop',
      usage,
      degraded: false,
      degradedReason: null,
      attempts: [{ provider: this.name, model: this.model, status: 'ok', errorCode: null, ...usage, durationMs: 0 }],
    };
    yield { type: 'finish', result };
  },
};

const instantTools = [
  {
    name: 'query_knowledge_base',
    run: async ({ query }) => ({
      status: 'ok',
      input: { query },
      summary: `${PASSAGES.length} passages`,
      finding: {
        tool: 'query_knowledge_base',
        query,
        passages: PASSAGES,
        answerable: { score: 0.9, verdict: 'answerable' },
      },
    }),
  },
  {
    name: 'fetch_prospect_details',
    run: async (input) => ({
      status: 'ok',
      input,
      summary: 'found',
      finding: { tool: 'fetch_prospect_details', prospect: CUSTOMER },
    }),
  },
];

function replaceProvider(module, token, useValue) {
  const providers = Reflect.getMetadata('providers', module);
  const others = providers.filter(({ provide }) => provide !== token);
  if (others.length !== providers.length - 1) throw new Error(`${module.name} does not provide ${String(token)}`);
  Reflect.defineMetadata('providers', [...others, { provide: token, useValue }], module);
}
replaceProvider(LlmModule, LLM_BACKENDS, [instantModel]);
replaceProvider(AgentModule, AGENT_TOOLS, instantTools);

const config = loadConfig({ NODE_ENV: 'test', SAMPLE_DATA: 'off', LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
const log = createEventLog(config.logging);
const app = await NestFactory.createApplicationContext(
  AppModule.forRoot({ ...config, database: { ...config.database, url: null, dataDir: IN_MEMORY } }, log),
  { logger: new NestLogAdapter(log) },
);
const agent = app.get(AgentService, { strict: false });
const { signal } = new AbortController();

async function loop() {
  const turn = {
    conversationId: '00000000-0000-7000-8000-000000000021',
    messageId: '00000000-0000-7000-8000-000000000022',
    message: nextQuestion(),
    history: [],
    prospectReference: PROSPECT,
    customer: null,
    now: new Date(),
    deadlineAt: new Date(Date.now() + 60_000),
    offline: false,
    ledger: { toolUses: [], modelCalls: [], promptVersion: '' },
  };
  let last;
  for await (const event of agent.run(turn, signal)) last = event;
  const { draft, citations, toolUses } = last.reply;
  if (citations.length !== 1 || toolUses.length !== 2) throw new Error(`an unexpected answer: ${draft}`);
  return draft;
}

answerCommands({
  loop,
  round: (settings) => runLoops(settings, loop),
  profile: async ({ folder, ...settings }) => {
    await startProfile();
    await runLoops(settings, loop);
    return stopProfile(folder, 'agent-loop');
  },
});
