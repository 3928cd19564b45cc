import { type Entity } from '../message-analysis.js';
import { MAGNITUDE, NUMBER, readNumber } from './number-text.js';

const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };
const CODES = 'usd|eur|gbp|chf|jpy|inr|cad|aud|sek|nok|dkk|pln|brl';
const NAMES: Readonly<Record<string, string>> = {
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  francs: 'CHF',
  yen: 'JPY',
  rupees: 'INR',
  reais: 'BRL',
};

const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])(us\$|a\$|c\$|[$€£¥₹]|(?:${CODES})(?=[\s\d]))\s?(${NUMBER})(?:\s?(${MAGNITUDE})(?![\p{L}\d]))?`,
  'giu',
);
const AFTER = new RegExp(
  String.raw`(?<![\p{L}\d.,])(${NUMBER})(?:\s?(${MAGNITUDE}))?\s?([$€£¥₹]|(?:${CODES}|${Object.keys(NAMES).reverse().join('|')})(?![\p{L}\d]))`,
  'giu',
);
const DOLLARS: Readonly<Record<string, string>> = { us$: 'USD', a$: 'AUD', c$: 'CAD' };

function currencyOf(sign: string): string {
  const key = sign.toLowerCase();
  return SYMBOLS[key] ?? DOLLARS[key] ?? NAMES[key] ?? key.toUpperCase();
}

function toMoney(match: RegExpExecArray, sign: string, figure: string, magnitude: string | undefined): Entity[] {
  const amount = readNumber(figure, magnitude);
  if (amount === undefined) return [];
  const value = `${amount.toFixed(2)} ${currencyOf(sign)}`;
  return [{ type: 'money', value, text: match[0], start: match.index, end: match.index + match[0].length }];
}

/** Amounts with a currency, value as `1200.50 EUR`: `$1,200`, `EUR 1.200,50`, `50k euros`, `49 €`. */
export function findMoney(text: string): Entity[] {
  return [
    ...[...text.matchAll(BEFORE)].flatMap((match) => toMoney(match, match[1] ?? '', match[2] ?? '', match[3])),
    ...[...text.matchAll(AFTER)].flatMap((match) => toMoney(match, match[3] ?? '', match[1] ?? '', match[2])),
  ];
}

const PERCENT = new RegExp(
  String.raw`(?<![\p{L}\d.,])(${NUMBER})\s?(?:%|percent(?!\p{L})|per cent(?!\p{L})|prozent(?!\p{L}))`,
  'giu',
);

/** Percentages, value as a plain decimal number: `12.5 %` -> `12.5`. */
export function findPercents(text: string): Entity[] {
  return [...text.matchAll(PERCENT)].flatMap((match): Entity[] => {
    const value = readNumber(match[1] ?? '');
    if (value === undefined) return [];
    return [
      { type: 'percent', value: String(value), text: match[0], start: match.index, end: match.index + match[0].length },
    ];
  });
}
