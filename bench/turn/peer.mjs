/** The same turn as it is commonly written: LangChain's agent, one repository save per entity, tools that query. */
import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { createAgent, tool } from 'langchain';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { answerCommands } from '../support/child.mjs';
import { InstantModel } from '../support/instant-model.mjs';
import {
  Analysis,
  Conversation,
  createPeerSchema,
  Customer,
  LlmCall,
  Message,
  Output,
  peerEntities,
  ToolCall,
} from './peer-schema.mjs';
import { runClients } from './run-clients.mjs';
import {
  ANALYSIS,
  answerCiting,
  CITATION,
  FACT,
  HISTORY_MESSAGES,
  historyMessage,
  MAX_CLIENTS,
  POOL,
  PROSPECT,
  QUESTION,
  STEP,
  TOOL_CALLS,
} from './scenario.mjs';

const dataSource = await new DataSource({
  type: 'postgres',
  url: process.env.BENCH_URL,
  entities: peerEntities,
  installExtensions: false,
  uuidExtension: 'pgcrypto', // gen_random_uuid(), which the server has built in
  extra: { max: POOL },
}).initialize();
await createPeerSchema(dataSource);
const [conversations, messages, analyses, outputs, toolCalls, llmCalls, customers] = [
  Conversation,
  Message,
  Analysis,
  Output,
  ToolCall,
  LlmCall,
  Customer,
].map((entity) => dataSource.getRepository(entity));

const SEARCH = `SELECT heading, text FROM peer.passage, websearch_to_tsquery('english', $1) AS asked
  WHERE words @@ asked ORDER BY ts_rank_cd(words, asked) DESC LIMIT 5`;

const agent = createAgent({
  model: new InstantModel(TOOL_CALLS, answerCiting(1)),
  tools: [
    tool(async ({ query }) => JSON.stringify(await dataSource.query(SEARCH, [query])), {
      name: 'query_knowledge_base',
      description: 'Searches the knowledge base.',
      schema: z.object({ query: z.string() }),
    }),
    tool(async ({ prospect_id: reference }) => JSON.stringify(await customers.findOneBy({ reference })), {
      name: 'fetch_prospect_details',
      description: 'Looks up the prospect.',
      schema: z.object({ prospect_id: z.string() }),
    }),
  ],
});
const SYSTEM = new SystemMessage('You answer prospects from the knowledge base and cite it.');

async function turn(index) {
  const conversation = await conversations.findOneByOrFail({ id: ids[index] });
  const recent = await messages.find({
    where: { conversationId: conversation.id },
    order: { seq: 'DESC' },
    take: HISTORY_MESSAGES,
  });
  const seq = conversation.lastSeq + 1;
  const asked = await messages.save({
    conversationId: conversation.id,
    seq,
    role: 'user',
    sender: 'prospect',
    content: QUESTION,
    status: 'complete',
    intent: ANALYSIS.intent,
    confidence: ANALYSIS.intent_confidence,
    citations: [],
    claims: [],
  });
  const startedAt = performance.now();
  const history = recent
    .reverse()
    .map(({ role, content }) => (role === 'user' ? new HumanMessage(content) : new AIMessage(content)));
  const state = await agent.invoke({ messages: [SYSTEM, ...history, new HumanMessage(QUESTION)] });
  const durationMs = performance.now() - startedAt;
  const content = state.messages.at(-1).content;
  const answered = await messages.save({
    conversationId: conversation.id,
    seq: seq + 1,
    role: 'assistant',
    sender: null,
    content,
    status: 'complete',
    intent: ANALYSIS.intent,
    confidence: 0.8,
    citations: [CITATION],
    claims: [],
  });
  await analyses.save({ messageId: asked.id, ...ANALYSIS });
  await outputs.save([{ messageId: answered.id, ordinal: 0, ...STEP }]);
  const used = state.messages.slice(-3, -1);
  await toolCalls.save(
    TOOL_CALLS.map((call, ordinal) => ({
      messageId: answered.id,
      ordinal,
      tool: call.name,
      input: call.arguments,
      outputSummary: String(used[ordinal].content).slice(0, 80),
      status: 'ok',
      durationMs,
    })),
  );
  await llmCalls.save(
    [0, 1].map((ordinal) => ({
      messageId: answered.id,
      ordinal,
      provider: 'instant',
      model: 'instant-1',
      promptVersion: '1',
      status: 'ok',
      inputTokens: 900,
      outputTokens: 30,
      durationMs,
    })),
  );
  await conversations.save({ ...conversation, lastSeq: seq + 1, preview: content });
  return { draft: content, evidence: used.map(({ content: found }) => String(found)) };
}

const ids = [];
await customers.save({
  reference: PROSPECT,
  name: 'Ingrid Solheim',
  company: 'Fjordline Logistics',
  occupation: 'Head of Sales Operations',
  stage: 'Evaluation',
});
for (let n = 0; n < MAX_CLIENTS; n += 1) {
  const { id } = await conversations.save({
    channel: 'sales',
    userId: '1',
    customerId: '1',
    title: QUESTION,
    lastSeq: HISTORY_MESSAGES,
    preview: null,
  });
  const rows = Array.from({ length: HISTORY_MESSAGES }, (_, at) => ({
    conversationId: id,
    seq: at + 1,
    role: at % 2 === 0 ? 'user' : 'assistant',
    sender: null,
    content: historyMessage(at + 1),
    status: 'complete',
    citations: [],
    claims: [],
  }));
  await messages.save(rows);
  ids.push(id);
}

answerCommands(
  {
    turn: async () => {
      const { draft, evidence } = await turn(0);
      if (!evidence[0].includes(FACT) || !evidence[1].includes('Solheim'))
        throw new Error('the tools of the peer found nothing');
      return { draft };
    },
    round: (settings) => runClients(settings, turn),
  },
  { system: 'peer' },
);
