/** LangChain's agent with a model that answers at once and tools that find at once; the agent is made once. */
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { createAgent, tool } from 'langchain';
import { z } from 'zod';
import { answerCommands } from '../support/child.mjs';
import { InstantModel } from '../support/instant-model.mjs';
import { runLoops } from './run-loops.mjs';
import { answerCiting, CUSTOMER, PASSAGES, QUESTION, TOOL_CALLS } from './scenario.mjs';

const found = JSON.stringify(PASSAGES.map(({ heading, text }) => ({ heading, text })));
const known = JSON.stringify(CUSTOMER);
const agent = createAgent({
  model: new InstantModel(TOOL_CALLS, answerCiting(1)),
  tools: [
    tool(async () => found, {
      name: 'query_knowledge_base',
      description: 'Searches the knowledge base.',
      schema: z.object({ query: z.string() }),
    }),
    tool(async () => known, {
      name: 'fetch_prospect_details',
      description: 'Looks up the prospect.',
      schema: z.object({ prospect_id: z.string() }),
    }),
  ],
});
const SYSTEM = new SystemMessage('You answer prospects from the knowledge base and cite it.');

async function loop() {
  const { messages } = await agent.invoke({ messages: [SYSTEM, new HumanMessage(QUESTION)] });
  return messages.at(-1).content;
}

answerCommands({ loop, round: (settings) => runLoops(settings, loop) });
