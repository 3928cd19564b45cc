import { type MissingAttribute } from '../../../llm/index.js';

const PATTERNS: readonly (readonly [MissingAttribute, RegExp])[] = [
  [
    'size',
    /\b(?:in )?(?:an? )?sizes?(?: (?:x{0,3}[sml]|\d{1,2}|small|medium|large)\b)?|\bin (?:an? )?(?:x{1,3}[sl]|[sml])\b(?!['’])/i,
  ],
  ['colour', /\bcolou?rs?\b/i],
  ['discount', /\b(?:discounts?|vouchers?|coupons?|promo(?:tion)?s?|promo code|on sale|reduced|student price)\b/i],
  [
    'shipping_fee',
    /\b(?:(?:shipping|delivery|postage) (?:costs?|fees?|charges?|prices?|rates?)|free (?:shipping|delivery)|(?:cost of|how much is|how much for|pay for) (?:the )?(?:shipping|delivery|postage))\b/i,
  ],
  [
    'restock_date',
    /\b(?:(?:be )?back in stock|restock\w*|get more|when will (?:you|it|they) (?:have|be available))\b/i,
  ],
  ['material', /\b(?:materials?|fabrics?|made (?:of|from)|machine wash\w*|care instructions)\b/i],
];

/** What is asked for that the shop's data does not have. */
export function readMissing(text: string): MissingAttribute[] {
  return PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([attribute]) => attribute);
}

/** The text without the words that ask for it, which are part of no product's name. */
export function withoutMissing(text: string): string {
  return PATTERNS.reduce((rest, [, pattern]) => rest.replace(new RegExp(pattern.source, 'gi'), ' '), text);
}
