import { SAMPLE_PASSAGES, salesFacts } from '../../../test/support/sales-facts.js';
import { type LlmStreamPart } from '../llm.port.js';
import { renderSalesReply } from '../prompts/render-sales-reply.prompt.js';
import { OfflineProvider } from './offline.provider.js';

const run = async (facts = salesFacts('What does Growth cost?'), signal = new AbortController().signal) => {
  const parts: LlmStreamPart[] = [];
  for await (const part of new OfflineProvider().stream(renderSalesReply(facts, { offerTools: true }), signal)) {
    parts.push(part);
  }
  return parts;
};

describe('OfflineProvider', () => {
  it('asks for tools first and says nothing yet', async () => {
    const parts = await run();
    expect(parts.map((part) => part.type)).toEqual(['tool-call', 'finish']);
    expect(parts.at(-1)).toMatchObject({ result: { finishReason: 'tool_calls', text: '' } });
  });

  it('streams the answer in pieces that add up to it, for nothing', async () => {
    const parts = await run(
      salesFacts('What does Growth cost?', { intents: ['pricing_inquiry'], passages: SAMPLE_PASSAGES }),
    );
    const deltas = parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : []));
    expect(deltas.length).toBeGreaterThan(3);
    expect(parts.at(-1)).toMatchObject({
      type: 'finish',
      result: {
        provider: 'offline',
        model: 'rapport-offline-1',
        text: deltas.join(''),
        finishReason: 'stop',
        usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
        degraded: false,
      },
    });
  });

  it('stops between two pieces when the caller gives up', async () => {
    const controller = new AbortController();
    const request = renderSalesReply(salesFacts('Hello', { intents: ['greeting'] }), { offerTools: false });
    const read = async (): Promise<void> => {
      for await (const part of new OfflineProvider().stream(request, controller.signal)) {
        if (part.type === 'text-delta') controller.abort('gone');
      }
    };
    await expect(read()).rejects.toBe('gone');
  });
});
