import { OfflineProvider, type LlmProvider } from '../../src/llm/index.js';

/** The offline model with every text it writes put through a fault; it chooses its tools as it always does. */
export function saying(fault: (text: string) => string): LlmProvider {
  const model = new OfflineProvider();
  return {
    name: 'faulty',
    model: 'faulty-1',
    async *stream(request, signal) {
      for await (const part of model.stream(request, signal)) {
        // The whole text is in the result: a fault that spans deltas needs all of it.
        if (part.type === 'text-delta') continue;
        if (part.type !== 'finish' || part.result.text === '') {
          yield part;
          continue;
        }
        const text = fault(part.result.text);
        yield { type: 'text-delta', delta: text };
        yield { type: 'finish', result: { ...part.result, text } };
      }
    },
  };
}
