import { Injectable } from '@nestjs/common';
import { ProductRepository } from '../../../catalog/index.js';
import { type ShopFact } from '../../../llm/index.js';
import { type AgentTool, type ToolOutcome } from '../../tools/agent-tool.port.js';
import { resolveProduct } from './resolve-product.js';
import { toProductRecord } from './to-shop-facts.js';
import { wrongArguments } from './wrong-arguments.js';

/** Price and stock of one product, or of all that share its name. */
@Injectable()
export class CheckStockTool implements AgentTool {
  readonly name = 'check_stock';
  readonly channels = ['shop'] as const;

  constructor(private readonly catalog: ProductRepository) {}

  async run(args: Record<string, unknown>): Promise<ToolOutcome> {
    const resolved = await resolveProduct(this.catalog, args);
    if (resolved === undefined) return wrongArguments(this.name, 'A product or a product_id is needed.');
    const { products, facts, choice, input } = resolved;
    const stocks = products.map((product): ShopFact => ({
      kind: 'stock',
      query: 'products.stock',
      data: toProductRecord(product),
    }));
    return {
      status: products.length === 0 ? 'empty' : 'ok',
      input,
      summary: products.length === 0 ? 'no product of exactly this name' : `${products.length} products`,
      finding: { tool: this.name, facts: [...facts, ...stocks], choice },
    };
  }
}
