import { type ProductFilter } from '../../../llm/index.js';

/** What the shop calls its categories, brands and departments. */
export interface ShopNames {
  categories: readonly string[];
  brands: readonly string[];
  departments: readonly string[];
}

/** What a text names to choose products by, and the text without it. */
export interface ReadFilter {
  filter: ProductFilter;
  rest: string;
}

const NUMBER = String.raw`[$€£]?\s?(\d{1,6}(?:[.,]\d{1,2})?)(?:\s?(?:dollars?|euros?|bucks|usd|eur|[$€£]))?`;
const BETWEEN = new RegExp(String.raw`\b(?:between|from)\s+${NUMBER}\s+(?:and|to)\s+${NUMBER}`, 'i');
const AT_MOST = new RegExp(
  String.raw`\b(?:under|below|less than|cheaper than|up to|at most|no more than|not more than|max(?:imum)?(?: of)?|within)\s+${NUMBER}`,
  'i',
);
const AT_LEAST = new RegExp(
  String.raw`\b(?:over|above|more than|at least|starting at|min(?:imum)?(?: of)?)\s+${NUMBER}`,
  'i',
);
const IN_STOCK = /\b(?:(?:that (?:is|are)|which (?:is|are)|still) )?(?:in stock|available)\b/i;
const DEPARTMENTS: readonly (readonly [string, RegExp])[] = [
  [
    'women',
    /\b(?:for )?(?:wom[ae]n(?:['’]?s)?|ladies['’]?|lady|female|girls?['’]?s?)(?: department| section)?(?![\p{L}])/iu,
  ],
  ['men', /\b(?:for )?(?:m[ae]n(?:['’]?s)?|gents?|gentlemen|male|guys?)(?: department| section)?(?![\p{L}])/iu],
];

/** Prices, department, category, brand and "in stock", each taken out of the text that is left. */
export function readFilter(text: string, names: ShopNames): ReadFilter {
  const prices = readPrices(text);
  const department = readDepartment(prices.rest, names.departments);
  const category = readName(department.rest, names.categories, true);
  const brand = readName(category.rest, names.brands, false);
  const inStock = IN_STOCK.test(brand.rest);
  return {
    filter: {
      ...prices.filter,
      ...(department.name === undefined ? {} : { department: department.name }),
      ...(category.name === undefined ? {} : { category: category.name }),
      ...(brand.name === undefined ? {} : { brand: brand.name }),
      ...(inStock ? { in_stock: true } : {}),
    },
    rest: brand.rest.replace(IN_STOCK, ' '),
  };
}

function readPrices(text: string): ReadFilter {
  const between = BETWEEN.exec(text);
  if (between !== null) {
    const [whole, low = '', high = ''] = between;
    return { filter: { min_price: toDecimal(low), max_price: toDecimal(high) }, rest: text.replace(whole, ' ') };
  }
  const most = AT_MOST.exec(text);
  const least = AT_LEAST.exec(text);
  return {
    filter: {
      ...(least === null ? {} : { min_price: toDecimal(least[1] ?? '') }),
      ...(most === null ? {} : { max_price: toDecimal(most[1] ?? '') }),
    },
    rest: text.replace(AT_MOST, ' ').replace(AT_LEAST, ' '),
  };
}

function toDecimal(written: string): string {
  return written.replace(',', '.');
}

interface ReadName {
  name: string | undefined;
  rest: string;
}

function readDepartment(text: string, departments: readonly string[]): ReadName {
  for (const [key, pattern] of DEPARTMENTS) {
    const name = departments.find((department) => department.toLowerCase() === key);
    if (name !== undefined && pattern.test(text)) return { name, rest: text.replace(pattern, ' ') };
  }
  return { name: undefined, rest: text };
}

/** The longest name that stands in the text; of a category like "Tops & Tees" one of its words is enough. */
function readName(text: string, names: readonly string[], byPart: boolean): ReadName {
  const found = names
    .map((name) => ({ name, at: findPhrase(text, name, byPart) }))
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => b.name.length - a.name.length)[0];
  const whole = found ?? (byPart ? findByPart(text, names) : undefined);
  if (whole?.at === undefined) return { name: undefined, rest: text };
  const { start, end } = whole.at;
  return { name: whole.name, rest: `${text.slice(0, start)} ${text.slice(end)}` };
}

interface Span {
  start: number;
  end: number;
}

/** A brand of one word has to be written like a name: "guess" is a verb, "Guess" may be the brand. */
function findPhrase(text: string, name: string, anyCase: boolean): Span | undefined {
  const escaped = escape(name).replace(/['’]/g, "['’]?").replace(/\\?&/g, '(?:&|and)');
  const strict = !anyCase && !name.includes(' ');
  const match = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${escaped}(?:['’]s|s|es)?(?![\p{L}\p{N}])`,
    strict ? 'u' : 'iu',
  ).exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

const MIN_PART_CHARS = 4;
const NO_PARTS: ReadonlySet<string> = new Set(['fashion', 'and', 'wear', 'other', 'sets', 'plus', 'clothing']);

function findByPart(text: string, names: readonly string[]): { name: string; at: Span } | undefined {
  for (const name of names) {
    for (const part of name.split(/[^\p{L}]+/u)) {
      if (part.length < MIN_PART_CHARS || NO_PARTS.has(part.toLowerCase())) continue;
      const at = findPhrase(text, singular(part), true);
      if (at !== undefined) return { name, at };
    }
  }
  return undefined;
}

function singular(word: string): string {
  return word.replace(/(?<=[^s])s$/i, '');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
