/** English text has about four characters to a token; short words and other scripts need more, so this counts high. */
const CHARS_PER_TOKEN = 3;
/** Role and separators of one message. */
const TOKENS_PER_MESSAGE = 4;

/** A cautious estimate; an exact tokenizer takes over a second to load and differs by model. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARS_PER_TOKEN) + TOKENS_PER_MESSAGE;
}

/**
 * The newest messages that fit the budget together, still oldest first. Stops at the first that does not fit: a
 * conversation with holes misleads more than a short one.
 */
export function trimHistory<T extends { content: string }>(history: readonly T[], maxTokens: number): T[] {
  let left = maxTokens;
  let start = history.length;
  while (start > 0) {
    const message = history[start - 1];
    if (message === undefined) break;
    left -= estimateTokens(message.content);
    if (left < 0) break;
    start -= 1;
  }
  return history.slice(start);
}
