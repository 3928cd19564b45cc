import { Injectable } from '@nestjs/common';
import { ProductRepository } from '../../../catalog/index.js';
import { type AgentTool, type ToolOutcome } from '../../tools/agent-tool.port.js';
import { readLimit, readPrice, readText } from './read-arguments.js';
import { toProductRecord } from './to-shop-facts.js';
import { wrongArguments } from './wrong-arguments.js';

const MAX = 20;
const USUAL = 5;

/** Products by words, category, brand, department and price. */
@Injectable()
export class SearchProductsTool implements AgentTool {
  readonly name = 'search_products';
  readonly channels = ['shop'] as const;

  constructor(private readonly catalog: ProductRepository) {}

  async run(args: Record<string, unknown>): Promise<ToolOutcome> {
    const filter = without({
      text: readText(args, 'text'),
      category: readText(args, 'category'),
      brand: readText(args, 'brand'),
      department: readText(args, 'department'),
      min_price: readPrice(args, 'min_price'),
      max_price: readPrice(args, 'max_price'),
      in_stock: typeof args['in_stock'] === 'boolean' ? args['in_stock'] : undefined,
    });
    if (Object.keys(filter).length === 0) return wrongArguments(this.name, 'Something to search by is needed.');
    const limit = readLimit(args, MAX, USUAL);
    const { min_price: minPrice, max_price: maxPrice, in_stock: inStock, ...rest } = filter;
    const wanted = without({ ...rest, minPrice, maxPrice, inStock });
    const found = await this.catalog.search({ ...wanted, limit: limit + 1 });
    const products = found.slice(0, limit).map(toProductRecord);
    const data = { filter, count: products.length, has_more: found.length > limit, products };
    return {
      status: products.length === 0 ? 'empty' : 'ok',
      input: { ...filter, limit },
      summary: `${products.length} products`,
      finding: { tool: this.name, facts: [{ kind: 'products', query: 'products.search', data }], choice: null },
    };
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function without<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
