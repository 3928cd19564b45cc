import {
  type ProductFilter,
  type ProductRecord,
  type ShopFact,
  type ShopToolObservation,
  type ShopWant,
} from '../../../shop-reply.facts.js';
import { count, joinAnd, nameProduct } from './say-records.js';
import { SHOP_PHRASES } from './shop-phrases.js';
import { askForMore, writeClarification } from './write-clarification.js';

/** The answer to a question about products, from what the look-up found. */
export function composeProducts(want: ShopWant, observation: ShopToolObservation | undefined): string {
  if (observation === undefined) return want.missing.length > 0 ? '' : askForMore(want);
  if (observation.status === 'error' || observation.status === 'denied') return SHOP_PHRASES.notLookedUp;
  const { facts } = observation;
  const lines = facts.map((fact) => sayFact(want, fact)).filter((text) => text !== '');
  const question = writeClarification(observation);
  return [...lines, question].filter((text) => text !== '').join(facts.length > 1 && question === '' ? '\n' : ' ');
}

function sayFact(want: ShopWant, fact: ShopFact): string {
  switch (fact.kind) {
    case 'stock':
      return sayProduct(want, fact.data);
    case 'product_not_found':
      return `I could not find product ${fact.data.product_id}.`;
    case 'products':
      return fact.query === 'products.by_name' ? sayMatch(fact.data) : saySearch(fact.data);
    case 'sales_ranking':
      return sayRanking(fact.data);
    case 'alternatives':
      return sayAlternatives(fact.data);
    default:
      return '';
  }
}

function sayProduct({ intent }: ShopWant, product: ProductRecord): string {
  const name = nameProduct(product);
  if (intent === 'price_check') return `${name} costs ${product.price}.`;
  return product.stock === 0 ? `${name} is sold out: 0 left in stock.` : `${name}: ${product.stock} left in stock.`;
}

function sayMatch({ text, match, count: found }: Extract<ShopFact, { query: 'products.by_name' }>['data']): string {
  if (match === 'exact') return found > 1 ? `There are ${found} products of this name.` : '';
  if (match === 'close') return `I found no product called exactly "${text}".`;
  return `I found no product called "${text}", and none with a similar name. Could you check the name, or tell me the category or brand?`;
}

function saySearch({
  filter,
  products,
  has_more: hasMore,
}: Extract<ShopFact, { query: 'products.search' }>['data']): string {
  const what = describeFilter(filter);
  if (products.length === 0) return `I found no products${what}.`;
  const lead = hasMore
    ? `These are the first ${products.length} products I found${what}; there are more:`
    : `I found ${count(products.length, 'product')}${what}:`;
  return [lead, ...products.map((product) => `- ${listProduct(product)}`)].join('\n');
}

function sayRanking(data: Extract<ShopFact, { kind: 'sales_ranking' }>['data']): string {
  const { filter, products, ties } = data;
  const what = describeFilter(filter);
  if (products.length === 0) return `Nothing was sold${what}.`;
  const lead = `The ${products.length === 1 ? 'most sold product' : `${products.length} most sold products`}${what}, counting order items that were neither cancelled nor returned:`;
  const rows = products.map(
    ({ rank, sold, order_items: all, ...product }) =>
      `${rank}. ${nameProduct(product)}: ${sold} sold, ${count(all, 'order item')} in all`,
  );
  return [lead, ...rows, ...ties.map(sayTie)].join('\n');
}

function sayTie({ sold, product_ids: ids }: { sold: number; product_ids: readonly number[] }): string {
  return `Products ${joinAnd(ids.map(String))} are tied at ${sold} sold each and listed by their ids.`;
}

function sayAlternatives({ product, products }: Extract<ShopFact, { kind: 'alternatives' }>['data']): string {
  const name = `${nameProduct(product)}, which costs ${product.price}`;
  if (products.length === 0) {
    return `I found nothing cheaper than ${name}, in the same category and department and in stock.`;
  }
  return [
    `Cheaper than ${name}, in the same category and department and in stock:`,
    ...products.map((other) => `- ${listProduct(other)}`),
  ].join('\n');
}

function listProduct(product: ProductRecord): string {
  const brand = product.brand === null ? '' : `, ${product.brand}`;
  return `${nameProduct(product)}${brand}, ${product.price}, ${product.stock} in stock`;
}

/** ` by Levi's in Jeans for Men between 20.00 and 50.00` */
function describeFilter(filter: ProductFilter): string {
  const { brand, category, department, min_price: min, max_price: max, from, to } = filter;
  return [
    ...(filter.text === undefined ? [] : [` with "${filter.text}"`]),
    ...(brand === undefined ? [] : [` by ${brand}`]),
    ...(category === undefined ? [] : [` in ${category}`]),
    ...(department === undefined ? [] : [` for ${department}`]),
    ...(min === undefined ? [] : [` from ${min}`]),
    ...(max === undefined ? [] : [` up to ${max}`]),
    ...(from === undefined ? [] : [` from ${from}`]),
    ...(to === undefined ? [] : [` to ${to}`]),
    ...(filter.in_stock === true ? [' in stock'] : []),
  ].join('');
}
