import { type SalesReplyFacts } from '../../llm.port.js';
import { readTerms } from './read-terms.js';

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = String.raw`(\d{1,3}(?:[,.]\d{3})+|\d{1,6}|${NUMBER_WORDS.slice(2).join('|')})`;
const PEOPLE = String.raw`(?:seats?|users?|people|ppl|folks|persons|employees|agents?|reps?|colleagues|licen[cs]es?|members|heads)`;
const COUNTED = new RegExp(String.raw`\b${COUNT} (?:(?:\S+ )?${PEOPLE}\b|of us\b)`, 'i');
/** "What it costs for ten": only where a price is asked for. */
/** "We are nine volunteers" */
const WE_ARE = new RegExp(
  String.raw`\b(?:we are|we're|we have|there are) (?:about |around )?${COUNT} \p{L}{3,}s\b(?<!years|months|weeks|days|hours|minutes)`,
  'iu',
);
const FOR_SO_MANY = new RegExp(
  String.raw`\b(?:for|if we are|we are|we're|have) (?:the |all |about |around )?${COUNT}(?=\s*(?:[,.;:?!)]|$|and\b|then\b|on\b))`,
  'i',
);
const SIZES: ReadonlySet<string> = new Set(['company_size', 'quantity']);

/** For how many people: as asked now, else as said in the message, else as said before. */
export function readSize({ asked, analysis, history }: SalesReplyFacts): number | null {
  const entity = analysis.entities.find(({ type }) => SIZES.has(type))?.value;
  const before = history.findLast(({ sender, content }) => sender === 'prospect' && COUNTED.test(content));
  const written = readCount(asked) ?? entity ?? readCount(before?.content ?? '');
  const size = toNumber(written ?? '');
  return size > 0 ? size : null;
}

function readCount(text: string): string | undefined {
  return (COUNTED.exec(text) ?? WE_ARE.exec(text) ?? FOR_SO_MANY.exec(text))?.[1];
}

/** The number itself stands in no document. */
export function sizeTerms(size: number | null): string[] {
  return size === null ? [] : [String(size), NUMBER_WORDS[size] ?? String(size)].flatMap(readTerms);
}

function toNumber(written: string): number {
  const word = NUMBER_WORDS.indexOf(written.toLowerCase());
  return word > 0 ? word : Number(written.replace(/[,.](?=\d{3})/g, '').replace(/\D.*$/, ''));
}
