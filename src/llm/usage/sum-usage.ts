import { type LlmUsage } from '../llm.port.js';

/** Usage of several calls together; the cost is null as soon as one of them is unknown. Nothing at all costs nothing. */
export function sumUsage(usages: readonly LlmUsage[]): LlmUsage {
  return usages.reduce<LlmUsage>(
    (sum, usage) => ({
      inputTokens: sum.inputTokens + usage.inputTokens,
      outputTokens: sum.outputTokens + usage.outputTokens,
      costUsd: sum.costUsd === null || usage.costUsd === null ? null : sum.costUsd + usage.costUsd,
    }),
    { inputTokens: 0, outputTokens: 0, costUsd: 0 },
  );
}
