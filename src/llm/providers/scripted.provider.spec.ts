import { salesFacts } from '../../../test/support/sales-facts.js';
import { type LlmStreamPart } from '../llm.port.js';
import { renderSalesReply } from '../prompts/render-sales-reply.prompt.js';
import { ScriptedProvider, UnscriptedCallError } from './scripted.provider.js';

const REQUEST = renderSalesReply(salesFacts('Hello'), { offerTools: true });
const collect = async (model: ScriptedProvider, signal = new AbortController().signal): Promise<LlmStreamPart[]> => {
  const parts: LlmStreamPart[] = [];
  for await (const part of model.stream(REQUEST, signal)) parts.push(part);
  return parts;
};

describe('ScriptedProvider', () => {
  it('plays its steps in order and records what it was asked', async () => {
    const call = { id: 'a', name: 'query_knowledge_base', arguments: { query: 'price' } };
    const model = new ScriptedProvider([{ toolCalls: [call] }]).script({ text: ['It costs ', '$1.'] });
    expect((await collect(model))[0]).toEqual({ type: 'tool-call', call });
    expect((await collect(model)).at(-1)).toMatchObject({ result: { text: 'It costs $1.', finishReason: 'stop' } });
    expect(model.requests).toEqual([REQUEST, REQUEST]);
    expect(model.remainingSteps).toBe(0);
  });

  it('refuses a call that was not scripted', async () => {
    await expect(collect(new ScriptedProvider())).rejects.toBeInstanceOf(UnscriptedCallError);
  });

  it('hangs until the caller gives up', async () => {
    const controller = new AbortController();
    const run = collect(new ScriptedProvider([{ hang: true, text: 'It ' }]), controller.signal);
    setImmediate(() => {
      controller.abort('gone');
    });
    await expect(run).rejects.toBe('gone');
  });
});
