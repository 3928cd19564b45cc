import { Injectable } from '@nestjs/common';
import { KNOWN_STATUSES, OrderRepository } from '../../../catalog/index.js';
import { type AgentTool, type ToolOutcome } from '../../tools/agent-tool.port.js';
import { type Turn } from '../../turn.js';
import { needsSignIn } from './needs-sign-in.js';
import { readLimit } from './read-arguments.js';
import { toOrderRecord } from './to-shop-facts.js';

const MAX_ORDERS = 50;
const USUAL = 20;

/** The orders of the user of this turn, the newest first. */
@Injectable()
export class ListOrdersTool implements AgentTool {
  readonly name = 'list_orders';
  readonly channels = ['shop'] as const;

  constructor(private readonly orders: OrderRepository) {}

  async run(args: Record<string, unknown>, turn: Turn): Promise<ToolOutcome> {
    if (turn.shopUserId === null) return needsSignIn(this.name);
    const limit = readLimit(args, MAX_ORDERS, USUAL);
    const statuses = readStatuses(args['statuses']);
    // One more tells whether there are more.
    const found = await this.orders.listForUser(turn.shopUserId, {
      limit: limit + 1,
      ...(statuses === null ? {} : { status: statuses }),
    });
    const orders = found.slice(0, limit).map(toOrderRecord);
    const data = { statuses, count: orders.length, has_more: found.length > limit, orders };
    return {
      status: orders.length === 0 ? 'empty' : 'ok',
      input: statuses === null ? { limit } : { limit, statuses },
      summary: `${orders.length} orders`,
      finding: { tool: this.name, facts: [{ kind: 'orders', query: 'orders.list', data }], choice: null },
    };
  }
}

function readStatuses(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null;
  const known = KNOWN_STATUSES.filter((status) => value.includes(status));
  return known.length === 0 ? null : known;
}
