import { type Intent, type IntentScore, SALES_INTENTS } from '../message-analysis.js';
import { splitWords, type Word } from '../split-words.js';
import { COMMERCIAL_CUES } from './commercial-cues.js';
import { type CueList } from './cue.js';
import { indexCues, matchCues, readCue } from './match-cues.js';
import { PRODUCT_CUES } from './product-cues.js';
import { SOCIAL_CUES } from './social-cues.js';

/** Logit that one phrase is worth; the strongest counts in full, the others by {@link REPEAT_SHARE}. */
const WEIGHTS = { strong: 3.2, medium: 2, weak: 0.8 } as const;
const REPEAT_SHARE = 0.4;
const MAX_LOGIT = 6;
/** Logit of an intent nothing speaks for. */
const NO_EVIDENCE = -3;
/** What "none of these" starts with: a message without cues is out of scope with about 0.7. */
const OUT_OF_SCOPE_PRIOR = 1;
/** Courtesies around a real request count only this much. */
const COURTESY_SHARE = 0.35;
const COURTESIES: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'small_talk']);
/** Who wants no contact wants nothing else, though the words may sound like it ("never contact me again"). */
const LAST_WORD: Intent = 'opt_out';
const OVERRULED_SHARE = 0.25;
/** Very long messages are judged by their opening. */
const MAX_WORDS = 3_000;

const INDEX = indexCues(
  Object.entries({ ...COMMERCIAL_CUES, ...PRODUCT_CUES, ...SOCIAL_CUES }).flatMap(([intent, list]: [string, CueList]) =>
    (['strong', 'medium', 'weak'] as const).flatMap((strength) =>
      list[strength].map((phrase) => readCue(phrase, intent as Intent, WEIGHTS[strength])),
    ),
  ),
);

/** Evidence per intent in logits: 0 or absent means that no phrase spoke for it. */
export function weighIntents(words: readonly Word[]): Map<Intent, number> {
  const weights = new Map<Intent, number[]>();
  for (const cue of matchCues(words.slice(0, MAX_WORDS), INDEX)) {
    weights.set(cue.label, [...(weights.get(cue.label) ?? []), cue.weight]);
  }
  const evidence = new Map<Intent, number>();
  for (const [intent, found] of weights) {
    const strongest = Math.max(...found);
    const rest = found.reduce((sum, weight) => sum + weight, -strongest);
    evidence.set(intent, Math.min(MAX_LOGIT, strongest + REPEAT_SHARE * rest));
  }
  return dampCourtesies(dampOverruled(evidence));
}

function dampOverruled(evidence: Map<Intent, number>): Map<Intent, number> {
  if ((evidence.get(LAST_WORD) ?? 0) < WEIGHTS.strong) return evidence;
  return new Map(
    [...evidence].map(([intent, weight]) => [intent, intent === LAST_WORD ? weight : weight * OVERRULED_SHARE]),
  );
}

function dampCourtesies(evidence: Map<Intent, number>): Map<Intent, number> {
  const hasBusiness = [...evidence].some(([intent, weight]) => !COURTESIES.has(intent) && weight >= WEIGHTS.medium);
  if (!hasBusiness) return evidence;
  return new Map(
    [...evidence].map(([intent, weight]) => [intent, COURTESIES.has(intent) ? weight * COURTESY_SHARE : weight]),
  );
}

/** Softmax over the evidence, with a standing prior for `out_of_scope`. Sums to 1, most probable first. */
export function toIntentScores(evidence: ReadonlyMap<Intent, number>): IntentScore[] {
  const masses = SALES_INTENTS.map((intent) => {
    const found = evidence.get(intent) ?? 0;
    if (intent === 'out_of_scope') return { intent, mass: Math.exp(OUT_OF_SCOPE_PRIOR + found) };
    return { intent, mass: Math.exp(found > 0 ? found : NO_EVIDENCE) };
  });
  const total = masses.reduce((sum, { mass }) => sum + mass, 0);
  return masses
    .map(({ intent, mass }) => ({ intent, probability: mass / total }))
    .sort((a, b) => b.probability - a.probability);
}

/**
 * How probable each intent is for this one message. Weighted cue phrases, not a trained model: the order is useful,
 * the figures are not calibrated.
 */
export function classifyIntents(text: string): IntentScore[] {
  return toIntentScores(weighIntents(splitWords(text, MAX_WORDS)));
}
