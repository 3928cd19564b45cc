import { type IntentScore } from '../message-analysis.js';

/** Somebody who asks for it in so many words. */
const EXPLICIT =
  /\b(?:unsubscribe|opt(?:ing)? out|(?:remove|delete|take|strike) (?:me|us|my|our)\b|(?:stop|cease|quit) (?:e-?mailing|mailing|messaging|calling|contacting|writing|sending|bothering|spamming)|(?:do not|don['’]?t|never|no longer) (?:e-?mail|mail|message|call|contact|write|send|bother)|no (?:more|further) (?:e-?mails?|mails?|messages?|calls?|contact)|leave (?:me|us) alone)\b/i;
/** "How do our customers unsubscribe?" asks what the product does. */
const ASKS_ABOUT_PRODUCT =
  /^\W*(?:how|can|could|does|do|is|are|what|where|which)\b(?!.{0,40}\b(?:you|i|me) (?:unsubscribe|remove me|opt out|stop))[^?]{0,200}\b(?:customers?|users?|contacts?|clients?|recipients?|callers?|leads?|seats?|(?:your|the) (?:tool|product|app|system|software|platform))\b[^?]{0,200}\?/i;
/** What follows from it is grave, so a guess is not enough. */
const CERTAIN = 0.5;
const DOUBTED_SHARE = 0.2;

/**
 * An opt-out ends a conversation and changes the record: it counts when it is more likely than not or said in so many
 * words, and not when the message asks what the product does about opt-outs. Where it does not count, the other readings
 * come before it.
 */
export function guardOptOut(scores: readonly IntentScore[], text: string): IntentScore[] {
  const score = scores.find(({ intent }) => intent === 'opt_out');
  if (score === undefined || counts(score.probability, text)) return [...scores];
  const others = scores.filter(({ intent }) => intent !== 'opt_out');
  const doubted = { ...score, probability: Math.min(score.probability, others[0]?.probability ?? 0) * DOUBTED_SHARE };
  return [...others, doubted].sort((a, b) => b.probability - a.probability);
}

function counts(probability: number, text: string): boolean {
  if (ASKS_ABOUT_PRODUCT.test(text)) return false;
  return probability >= CERTAIN || EXPLICIT.test(text);
}
