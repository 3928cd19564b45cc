import { type Intent } from '../message-analysis.js';
import { type Word } from '../split-words.js';

/** A message of at most this many words may lean on what was said before. */
const MAX_FOLLOW_UP_WORDS = 10;
/** How much of the earlier evidence a follow-up inherits. */
const INHERITED_SHARE = 0.75;
const COURTESIES: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'small_talk', 'out_of_scope']);
/** "ok and for 60 people?" begins like a chat and goes on with the matter. */
const ASKS_ON: ReadonlySet<string> = new Set(['for', 'about', 'what', 'how', 'if', 'instead', 'which', 'per']);
/** Evidence that stands on its own feet. */
const ENOUGH = 2;

/**
 * "And for 200 seats?" says little by itself: a short message with weak evidence of its own inherits the business
 * intents of the prospect's previous message.
 */
export function carryOverIntents(
  own: ReadonlyMap<Intent, number>,
  words: readonly Word[],
  previous: ReadonlyMap<Intent, number>,
): Map<Intent, number> {
  const merged = new Map(own);
  const asksOn = words.some(({ key }) => ASKS_ON.has(key));
  const strongest = Math.max(
    0,
    ...[...own].map(([intent, weight]) => (asksOn && intent === 'small_talk' ? 0 : weight)),
  );
  if (words.length === 0 || words.length > MAX_FOLLOW_UP_WORDS || strongest >= ENOUGH) return merged;
  for (const [intent, weight] of previous) {
    if (COURTESIES.has(intent)) continue;
    merged.set(intent, Math.max(merged.get(intent) ?? 0, weight * INHERITED_SHARE));
  }
  return merged;
}
