import { splitSentences, splitWords } from '../../../../nlu/index.js';
import { type PassageFact } from '../../../llm.port.js';
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
  const asked = stems(question);
  if (verdict === 'unanswerable' || asked.size < MIN_SHARED) return undefined;
  const [best] = passages
    .flatMap((passage) => listSentences(passage).map((sentence) => ({ ...sentence, shared: rate(sentence, asked) })))
    .filter(({ shared }) => shared >= Math.max(MIN_SHARED, ENOUGH * asked.size))
    .sort((a, b) => b.shared - a.shared);
  return best === undefined ? undefined : `${best.text.replace(/\.$/, '')} [${best.marker}].`;
}

interface Sentence {
  text: string;
  /** Title and headings. */
  under: string;
  marker: number;
}

function listSentences({ marker, title, heading, text }: PassageFact): Sentence[] {
  return splitSentences(text, MAX_SENTENCES)
    .map((sentence) => sentence.replace(/\s+/g, ' '))
    .filter((sentence) => /^[\p{Lu}\d].*\.$/u.test(sentence))
    .map((sentence) => ({ text: sentence, under: `${title} ${heading}`, marker }));
}

/** How many of the asked words stand in the sentence or above it; none where it has none itself. */
function rate({ text, under }: Sentence, asked: ReadonlySet<string>): number {
  const own = stems(text);
  const above = stems(under);
  const shared = [...asked].filter((stem) => own.has(stem) || above.has(stem));
  return shared.some((stem) => own.has(stem)) ? shared.length : 0;
}

/** Content words cut to their first letters: "returns", "returned" and "return" are one. */
function stems(text: string): Set<string> {
  const words = splitWords(text.toLowerCase()).map(({ key }) => key);
  return new Set(
    words.filter((word) => word.length >= MIN_WORD_CHARS && !COMMON.has(word)).map((word) => word.slice(0, 5)),
  );
}
