import { settleSentence, type Claim, type DraftEvidence, type SettledSentence } from '../../../rag/index.js';
import { findMisstatement } from './find-misstatement.js';
import { type FactIndex } from './fact-index.js';
import { listNumbers } from './list-numbers.js';

const MARKER = /\[\d{1,3}\]/;
const NAMED_ORDER = /\borders?\s*(?:ids?|numbers?|no\.?)?\s*#?(\d+)/gi;
const NAMED_PRODUCT = /\bproducts?\s*(?:ids?|numbers?|no\.?)?\s*#?(\d+)/gi;
const MAX_CLAIM_CHARS = 120;

/**
 * Settles one sentence of an answer about the shop. A sentence with a marker has to hold against the passages; any other one
 * may state only numbers of this turn's facts, and of the very orders and products it names, no state or stock the records
 * deny, and no deed. A sentence that does not hold is dropped whole.
 */
export function settleShopSentence(sentence: string, index: FactIndex, evidence: DraftEvidence): SettledSentence {
  if (MARKER.test(sentence)) return settleSentence(sentence, evidence);
  const named = namedIn(sentence, index);
  const allowed =
    named.length === 0 ? everything(index) : new Set([...index.loose, ...named.flatMap((one) => [...one])]);
  const claims = listNumbers(sentence).map((number): Claim => toClaim(number, allowed.has(number), sentence, index));
  const misstated = findMisstatement(sentence, index);
  if (misstated !== null) {
    claims.push({
      text: sentence.trim().slice(0, MAX_CLAIM_CHARS),
      kind: misstated,
      verdict: 'contradicted',
      evidence: null,
    });
  }
  return claims.every(({ verdict }) => verdict === 'verified')
    ? { verdict: 'keep', text: sentence, citations: [], claims }
    : { verdict: 'drop', claims };
}

/** The numbers of each order and product that the sentence names by its id. */
function namedIn(sentence: string, { orders, products }: FactIndex): ReadonlySet<string>[] {
  const found = [...sentence.matchAll(NAMED_ORDER)].flatMap(([, id = '']) => orders.get(id)?.numbers ?? []);
  const others = [...sentence.matchAll(NAMED_PRODUCT)].flatMap(([, id = '']) => products.get(id)?.numbers ?? []);
  return [...found, ...others];
}

function everything({ loose, orders, products }: FactIndex): ReadonlySet<string> {
  return new Set([
    ...loose,
    ...[...orders.values()].flatMap(({ numbers }) => [...numbers]),
    ...[...products.values()].flatMap(({ numbers }) => [...numbers]),
  ]);
}

function toClaim(number: string, isKnown: boolean, sentence: string, { orders, products }: FactIndex): Claim {
  const order = [...sentence.matchAll(NAMED_ORDER)].map(([, id = '']) => id).find((id) => orders.has(id));
  const product = [...sentence.matchAll(NAMED_PRODUCT)].map(([, id = '']) => id).find((id) => products.has(id));
  const evidence =
    order !== undefined
      ? ({ kind: 'order', ref: order } as const)
      : product !== undefined
        ? ({ kind: 'product', ref: product } as const)
        : ({ kind: 'tool', ref: 'facts' } as const);
  return {
    text: number,
    kind: number.includes('.') ? 'price' : order === undefined ? 'quantity' : 'order',
    verdict: isKnown ? 'verified' : 'unsupported',
    evidence: isKnown ? evidence : null,
  };
}
