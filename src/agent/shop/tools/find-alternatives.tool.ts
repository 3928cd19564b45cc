import { Injectable } from '@nestjs/common';
import { ProductRepository } from '../../../catalog/index.js';
import { type AgentTool, type ToolOutcome } from '../../tools/agent-tool.port.js';
import { readLimit } from './read-arguments.js';
import { resolveProduct } from './resolve-product.js';
import { toProductRecord } from './to-shop-facts.js';
import { wrongArguments } from './wrong-arguments.js';

const MAX = 20;
const USUAL = 5;

/** Cheaper products of the same category and department that are in stock. */
@Injectable()
export class FindAlternativesTool implements AgentTool {
  readonly name = 'find_alternatives';
  readonly channels = ['shop'] as const;

  constructor(private readonly catalog: ProductRepository) {}

  async run(args: Record<string, unknown>): Promise<ToolOutcome> {
    const resolved = await resolveProduct(this.catalog, args);
    if (resolved === undefined) return wrongArguments(this.name, 'A product or a product_id is needed.');
    const { products, facts, choice, input } = resolved;
    const [product, other] = products;
    if (product === undefined || other !== undefined) {
      const ids = products.map(({ productId }) => productId);
      return {
        status: 'empty',
        input,
        summary: 'not exactly one product of this name',
        finding: { tool: this.name, facts, choice: choice ?? (ids.length === 0 ? null : { of: 'product', ids }) },
      };
    }
    const found = await this.catalog.findAlternatives(product.productId, readLimit(args, MAX, USUAL));
    const data = { product: toProductRecord(product), count: found.length, products: found.map(toProductRecord) };
    return {
      status: found.length === 0 ? 'empty' : 'ok',
      input,
      summary: `${found.length} cheaper products`,
      finding: {
        tool: this.name,
        facts: [...facts, { kind: 'alternatives', query: 'products.alternatives', data }],
        choice: null,
      },
    };
  }
}
