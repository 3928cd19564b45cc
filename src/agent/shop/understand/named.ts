import { type ProductFilter } from '../../../llm/index.js';

/** What a part of a message names beside orders. */
export interface Named {
  productId: string | null;
  /** The whole name, brand and department included. */
  phrase: string | null;
  filter: ProductFilter;
  /** What stays of the phrase when the filter's words are taken out. */
  rest: string | null;
  period: ProductFilter;
}
