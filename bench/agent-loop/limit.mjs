/** Plain functions: ask, look up twice, ask again. As little as a loop can do. */
import { answerCommands } from '../support/child.mjs';
import { runLoops } from './run-loops.mjs';
import { answerCiting, CUSTOMER, PASSAGES, QUESTION, TOOL_CALLS } from './scenario.mjs';

const tools = {
  query_knowledge_base: async ({ query }) => ({ query, passages: PASSAGES }),
  fetch_prospect_details: async ({ prospect_id }) => ({ prospect_id, ...CUSTOMER }),
};

async function askModel(messages) {
  return messages.length > 1 ? { text: answerCiting(1), calls: [] } : { text: '', calls: TOOL_CALLS };
}

async function loop() {
  const messages = [{ role: 'user', content: QUESTION }];
  for (;;) {
    const { text, calls } = await askModel(messages);
    if (calls.length === 0) return text;
    const found = await Promise.all(calls.map(({ name, arguments: input }) => tools[name](input)));
    messages.push(...found.map((content) => ({ role: 'tool', content })));
  }
}

answerCommands({ loop, round: (settings) => runLoops(settings, loop) });
