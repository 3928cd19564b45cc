import { type ProductRecord } from '../../../shop-reply.facts.js';

/** `Classic T-Shirt (product 7)`: names occur twice, ids do not. */
export function nameProduct({ name, product_id }: Pick<ProductRecord, 'name' | 'product_id'>): string {
  return `${name} (product ${product_id})`;
}

/** The day of a time, as it is written in the records. */
export function sayDay(time: string): string {
  return time.slice(0, 10);
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function joinOr(names: readonly string[]): string {
  return join(names, 'or');
}

export function joinAnd(names: readonly string[]): string {
  return join(names, 'and');
}

function join(names: readonly string[], word: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
