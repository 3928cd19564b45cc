import { type Intent, type IntentScore } from '../message-analysis.js';

interface Guard {
  /** Somebody who says it in so many words. */
  explicit: RegExp;
  /** What sounds like it and is something else. */
  otherwise: readonly RegExp[];
  /** From this probability on it counts without being said. */
  certain: number;
}

/** "How do our customers unsubscribe?" asks what the product does. */
const ASKS_ABOUT_PRODUCT =
  /^\W*(?:how|can|could|does|do|is|are|what|where|which)\b(?!.{0,40}\b(?:you|i|me|please) (?:unsubscribe|remove me|opt out|stop))[^?]{0,200}\b(?:customers?|users?|contacts?|clients?|recipients?|callers?|leads?|seats?|(?:your|the) (?:tool|product|app|system|software|platform))\b[^?]{0,200}\?/i;
/** "Do you delete our old mails?" asks what the product does with what is theirs. */
const ASKS_WHAT_WE_DO =
  /\b(?:do|does|will|would|did|if|when) (?:you|they|it)(?: guys)?(?: also| then| just| ever)? (?:delete|remove|take|strike|stop|quit|send|call|e-?mail|write|mail)\b(?! (?:me\b|us\b|(?:my|our) (?:name|number|address|e-?mail address|contact|details|data from)))/i;
/** "Do not call me, write instead": another way or another time, not none. */
const WANTS_OTHERWISE =
  /\b(?:instead|rather|i need|we need|but (?:please )?(?:send|e-?mail|call|write|keep)|keep me|(?:please )?(?:call|write|e-?mail|contact|ring|phone|get back to|send) (?:me|us)\b(?!\s+(?:again|any ?more|ever))|from now on)/i;
const NEGATED_ONLY =
  /\b(?:do not|don['’]?t|never|stop|no longer|please stop)\b[^.!?,;]{0,40}\b(?:call|write|e-?mail|mail|contact|ring|phone|send)/i;

const GUARDS: Partial<Record<Intent, Guard>> = {
  opt_out: {
    explicit:
      /\b(?:unsubscribe|opt(?:ing)? out|(?:remove|delete|take|strike) (?:me|us|my|our)\b|(?:stop|cease|quit) (?:e-?mailing|mailing|messaging|calling|contacting|writing|sending|bothering|spamming)|(?:do not|don['’]?t|never|no longer) (?:e-?mail|mail|message|call|contact|write|send|bother)|no (?:more|further) (?:e-?mails?|mails?|messages?|calls?|contact)|leave (?:me|us) alone)\b/i,
    otherwise: [ASKS_ABOUT_PRODUCT, ASKS_WHAT_WE_DO, /\b(?:do not|don['’]?t|not) want to (?:opt out|unsubscribe)/i],
    certain: 0.6,
  },
  not_interested: {
    explicit:
      /\b(?:not interested|no interest|not (?:for us|a fit|what we need|looking)|no,? thank|no need|pass on|went with|going with|gone with|chosen?|decided (?:against|not to|to (?:go|stay) with)|staying with|another (?:vendor|supplier|provider|tool)|some(?:body|one) else|elsewhere|competitor|leave it|not pursue|close (?:my|our|the) (?:file|request))\b/i,
    otherwise: [/\b(?:just|only|instead|rather) (?:the|a|an|one|two|want|need)\b/i, /\b(?:but|however)\b.{0,60}\?/i],
    certain: 0.85,
  },
};
const DOUBTED_SHARE = 0.2;

/**
 * To take somebody for gone ends the conversation, and an opt-out changes the record: such a reading counts when it is said
 * in so many words or nearly certain, and not when the message asks about the product or wants it otherwise. Where it does
 * not count, the other readings come before it.
 */
export function guardRefusal(scores: readonly IntentScore[], text: string): IntentScore[] {
  return scores
    .map((score) => (isDoubted(score, text) ? { ...score, probability: doubt(score, scores) } : score))
    .sort((a, b) => b.probability - a.probability);
}

function isDoubted({ intent, probability }: IntentScore, text: string): boolean {
  const guard = GUARDS[intent];
  if (guard === undefined) return false;
  if (guard.otherwise.some((form) => form.test(text))) return true;
  if (intent === 'opt_out' && WANTS_OTHERWISE.test(withoutNegated(text))) return true;
  // Who asks something is still there, unless they say otherwise.
  const isLikely = probability >= guard.certain && !text.includes('?');
  return !isLikely && !guard.explicit.test(text);
}

/** "Do not call me" itself is no wish to be called. */
function withoutNegated(text: string): string {
  return text.replace(new RegExp(`${NEGATED_ONLY.source}[^.!?,;]*`, 'gi'), ' ');
}

function doubt({ intent, probability }: IntentScore, scores: readonly IntentScore[]): number {
  const next = scores.find((other) => other.intent !== intent)?.probability ?? 0;
  return Math.min(probability, next) * DOUBTED_SHARE;
}
