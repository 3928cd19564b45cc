import { splitSentences, splitWords } from '../../../../nlu/index.js';
import { type ShopObservation, type ShopWant } from '../../../shop-reply.facts.js';
import { SHOP_PHRASES } from './shop-phrases.js';

const MAX_SENTENCES = 60;
const MIN_WORD_CHARS = 4;
/** So much of what is asked has to stand in one sentence. */
const ENOUGH = 0.6;
/** One word in common says nothing: "lists return 50 entries" is no return policy. */
const MIN_SHARED = 2;
const COMMON = new Set(
  'what which when where how does your have with from there this that will would could can should about into much many long please tell shop something anything things items'.split(
    ' ',
  ),
);

/** One sentence of the documents that speaks to the question, with its marker; an admission where none does. */
export function composePolicy({ text }: ShopWant, observation: ShopObservation | undefined): string {
  const sentence = observation?.tool === 'query_knowledge_base' ? findSentence(text, observation) : undefined;
  return sentence ?? `${SHOP_PHRASES.noPolicy} ${SHOP_PHRASES.offerPerson}`;
}

/** Undefined where no document answers. */
export function findSentence(
  question: string,
  { passages, verdict }: Extract<ShopObservation, { tool: 'query_knowledge_base' }>,
): string | undefined {
  if (verdict === 'unanswerable') return undefined;
  const asked = stems(question);
  if (asked.size === 0) return undefined;
  let best: { text: string; share: number } | undefined;
  for (const { marker, heading, title, text } of passages) {
    for (const sentence of splitSentences(text, MAX_SENTENCES).filter((one) => /^[\p{Lu}\d].*\.$/su.test(one.trim()))) {
      const said = new Set([...stems(sentence), ...stems(`${title} ${heading}`)]);
      const own = stems(sentence);
      const share = [...asked].filter((stem) => said.has(stem)).length / asked.size;
      const isOwn = [...asked].some((stem) => own.has(stem));
      if (!isOwn || share * asked.size < MIN_SHARED || share < ENOUGH || share <= (best?.share ?? 0)) continue;
      best = { text: `${sentence.trim().replace(/\s+/g, ' ').replace(/\.$/, '')} [${marker}].`, share };
    }
  }
  return best?.text;
}

/** Content words cut to their first letters: "returns", "returned" and "return" are one. */
function stems(text: string): Set<string> {
  const words = splitWords(text.toLowerCase()).map(({ key }) => key);
  return new Set(
    words.filter((word) => word.length >= MIN_WORD_CHARS && !COMMON.has(word)).map((word) => word.slice(0, 5)),
  );
}
