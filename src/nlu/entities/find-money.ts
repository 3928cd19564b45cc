import { type Entity } from '../message-analysis.js';
import { type Figure } from './find-figures.js';

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  r$: 'BRL',
  zł: 'PLN',
};
const CODES = 'usd|eur|gbp|chf|jpy|inr|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|brl|mxn|zar|sgd';
/** Words for money by currency; a part of 100 has its own list. */
const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    USD: 'dollar dollars bucks buck dollari dolares dólares us-dollar',
    EUR: 'euro euros',
    GBP: 'pound pounds quid sterling pfund',
    CHF: 'francs franken',
    JPY: 'yen',
    INR: 'rupees',
    BRL: 'reais',
    SEK: 'kronor',
    PLN: 'zloty',
  }).flatMap(([code, words]) => words.split(' ').map((word) => [word, code])),
);
const HUNDREDTHS: Readonly<Record<string, string>> = { cents: 'USD', cent: 'USD', '¢': 'USD', pence: 'GBP' };

const BEFORE = new RegExp(String.raw`(?<![\p{L}\d])((?:us|au?|ca?|nz|r)\$|[$€£¥₹]|(?:${CODES})\$?)\s?$`, 'iu');
const AFTER = new RegExp(
  String.raw`^(?:[\s\u00a0]|-(?=\p{L}))?((?:us |canadian |australian )?(?:${[
    ...Object.keys(NAMES),
    ...Object.keys(HUNDREDTHS),
  ]
    .sort((a, b) => b.length - a.length)
    .join('|')}|zł|${CODES}|[$€£¥₹])(?![\p{L}\d])|grand(?![\p{L}\d]))`,
  'iu',
);
/** A price named without its currency. */
const PER_UNIT =
  /^ ?(?:\/ ?(?:seat|user|licen[cs]e|agent|rep|head|person|mo|month|yr|year)|(?:per|a) (?:seat|user|licen[cs]e|agent|head))(?!\p{L})/iu;
const DIALECTS: Readonly<Record<string, string>> = { us: 'USD', canadian: 'CAD', australian: 'AUD' };
const LOOK_BACK = 6;
const LOOK_AHEAD = 24;

interface Unit {
  /** Empty where no currency is named. */
  currency: string;
  factor: number;
}

function readUnit(sign: string): Unit {
  const key = sign.toLowerCase();
  const dialect = DIALECTS[key.split(' ')[0] ?? ''];
  const name = key.split(' ').at(-1) ?? key;
  if (name === 'grand') return { currency: '', factor: 1_000 };
  const part = HUNDREDTHS[name];
  if (part !== undefined) return { currency: part, factor: 0.01 };
  return { currency: dialect ?? SIGNS[name] ?? NAMES[name] ?? name.replace('$', '').toUpperCase(), factor: 1 };
}

function writeAmount({ low, value }: Figure, { currency, factor }: Unit): string {
  const ends = [...(low === undefined ? [] : [low]), value];
  return `${ends.map((end) => (end * factor).toFixed(2)).join('-')} ${currency}`.trimEnd();
}

function toMoney(text: string, figure: Figure): Entity | undefined {
  const before = BEFORE.exec(text.slice(Math.max(0, figure.start - LOOK_BACK), figure.start)) ?? [];
  const hasSign = before.length > 0;
  const ahead = text.slice(figure.end, figure.end + LOOK_AHEAD);
  if (!hasSign && isGlued(text, figure)) return undefined;
  const after = readAfter(ahead, hasSign) ?? [];
  const sign = after[1] ?? before[1];
  if (sign === undefined && !isPricePerUnit(figure, ahead)) return undefined;
  const [start, end] = [figure.start - lengthOf(before), figure.end + lengthOf(after)];
  const unit = sign === undefined ? { currency: '', factor: 1 } : readUnit(sign);
  return { type: 'money', value: writeAmount(figure, unit), text: text.slice(start, end), start, end };
}

function lengthOf([whole = '']: readonly string[]): number {
  return whole.length;
}

function isPricePerUnit(figure: Figure, ahead: string): boolean {
  return !figure.isSpelled && PER_UNIT.test(ahead);
}

const CODE = new RegExp(`^(?:${CODES})$`, 'i');

/** "$50 CAD": behind a sign only a code counts, which is the more exact of the two; "$50 pounds" stays dollars. */
function readAfter(ahead: string, hasSign: boolean): RegExpExecArray | undefined {
  const after = AFTER.exec(ahead);
  if (after === null) return undefined;
  return hasSign && !CODE.test(after[1] ?? '') ? undefined : after;
}

/** Whether a letter or a sign stands right before the figure, as in "B2" or "v1". */
export function isGlued(text: string, { start }: Figure): boolean {
  return start > 0 && /[\p{L}\p{N}_.,]/u.test(text.charAt(start - 1));
}

/**
 * Amounts, value as `1200.50 EUR`, a range as `5000.00-8000.00 USD`; a price per seat without a currency has the bare
 * number.
 */
export function findMoney(text: string, figures: readonly Figure[]): Entity[] {
  return figures.flatMap((figure) => toMoney(text, figure) ?? []);
}

const PERCENT =
  /^[\s\u00a0]?(?:[%٪]|(?:percent|per cent|pct|prozent|pour ?cent|por ?ciento|por cento|per cento|procent)(?!\p{L}))/iu;

/** Percentages, value as a plain decimal number: `12.5 %` -> `12.5`, `10-15%` -> `10-15`. */
export function findPercents(text: string, figures: readonly Figure[]): Entity[] {
  return figures.flatMap((figure): Entity[] => {
    const sign = PERCENT.exec(text.slice(figure.end, figure.end + 14));
    if (sign === null || isGlued(text, figure)) return [];
    const [start, end] = [figure.start, figure.end + sign[0].length];
    const value = figure.low === undefined ? String(figure.asPercent) : `${figure.low}-${figure.asPercent}`;
    return [{ type: 'percent', value, text: text.slice(start, end), start, end }];
  });
}
