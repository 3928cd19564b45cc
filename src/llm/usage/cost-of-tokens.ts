/** US dollars for a million tokens. */
interface TokenPrice {
  inputUsd: number;
  outputUsd: number;
}

/**
 * Prices by model name. Empty on purpose: list prices change and differ by contract, and a wrong cost is worse than
 * an unknown one.
 */
const PRICES: ReadonlyMap<string, TokenPrice> = new Map();

/** Cost of a call in US dollars, or null where the model's price is not known. */
export function costOfTokens(
  model: string,
  tokens: { inputTokens: number; outputTokens: number },
  prices: ReadonlyMap<string, TokenPrice> = PRICES,
): number | null {
  const price = prices.get(model);
  if (price === undefined) return null;
  return (tokens.inputTokens * price.inputUsd + tokens.outputTokens * price.outputUsd) / 1_000_000;
}
