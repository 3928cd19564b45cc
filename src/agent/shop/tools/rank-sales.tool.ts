import { Injectable } from '@nestjs/common';
import { ProductRepository } from '../../../catalog/index.js';
import { type RankedProduct } from '../../../llm/index.js';
import { type AgentTool, type ToolOutcome } from '../../tools/agent-tool.port.js';
import { readDay, readLimit, readText } from './read-arguments.js';
import { toProductRecord } from './to-shop-facts.js';

const MAX = 20;
const USUAL = 5;
/** So many behind the last one are looked at, to name those that sold as often. */
const MAX_TIED = 10;
const DEFINITION =
  'sold: order items of the product that were neither cancelled nor returned; order_items: all of them; equals by product id';

/** The best-selling products. */
@Injectable()
export class RankSalesTool implements AgentTool {
  readonly name = 'rank_sales';
  readonly channels = ['shop'] as const;

  constructor(private readonly catalog: ProductRepository) {}

  async run(args: Record<string, unknown>): Promise<ToolOutcome> {
    const category = readText(args, 'category');
    const brand = readText(args, 'brand');
    const department = readText(args, 'department');
    const from = readDay(args, 'from');
    const to = readDay(args, 'to');
    const filter = {
      ...(category === undefined ? {} : { category }),
      ...(brand === undefined ? {} : { brand }),
      ...(department === undefined ? {} : { department }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const limit = readLimit(args, MAX, USUAL);
    const { rows } = await this.catalog.rankSales({ ...filter, limit: limit + MAX_TIED });
    const all = rows.map((row, i): RankedProduct => ({
      rank: i + 1,
      ...toProductRecord(row),
      sold: row.sold,
      order_items: row.orderItems,
    }));
    const products = all.slice(0, limit);
    return {
      status: products.length === 0 ? 'empty' : 'ok',
      input: { ...filter, limit },
      summary: `${products.length} products ranked`,
      finding: {
        tool: this.name,
        facts: [
          {
            kind: 'sales_ranking',
            query: 'products.rank_sales',
            data: { definition: DEFINITION, filter, count: products.length, products, ties: listTies(all, limit) },
          },
        ],
        choice: null,
      },
    };
  }
}

/** Those that sold equally often and of whom at least one is shown; those behind the last shown included. */
export function listTies(ranked: readonly RankedProduct[], shown: number): { sold: number; product_ids: number[] }[] {
  const counts = [...new Set(ranked.slice(0, shown).map(({ sold }) => sold))];
  return counts
    .map((sold) => ({
      sold,
      product_ids: ranked.filter((product) => product.sold === sold).map(({ product_id }) => product_id),
    }))
    .filter(({ product_ids: ids }) => ids.length > 1);
}
