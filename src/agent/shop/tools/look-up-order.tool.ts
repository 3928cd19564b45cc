import { Injectable } from '@nestjs/common';
import { OPEN_STATUSES, OrderRepository, type ShopOrder } from '../../../catalog/index.js';
import { type AgentTool, type ToolOutcome } from '../../tools/agent-tool.port.js';
import { type Turn } from '../../turn.js';
import { readText, toId } from './read-arguments.js';
import { needsSignIn } from './needs-sign-in.js';
import { toOrderFacts, toOrderRecord } from './to-shop-facts.js';

/** More open orders than this are not asked about one by one. */
const MAX_CANDIDATES = 5;

/**
 * One order of the user of this turn: by id, or the one that can be meant. Somebody else's order is not found, exactly like
 * one that does not exist, whatever the arguments say.
 */
@Injectable()
export class LookUpOrderTool implements AgentTool {
  readonly name = 'look_up_order';
  readonly channels = ['shop'] as const;

  constructor(private readonly orders: OrderRepository) {}

  async run(args: Record<string, unknown>, turn: Turn): Promise<ToolOutcome> {
    const userId = turn.shopUserId;
    if (userId === null) return needsSignIn(this.name);
    const orderId = readText(args, 'order_id');
    if (orderId !== undefined) return this.byId(userId, orderId);
    return args['which'] === 'last' ? this.last(userId) : this.meant(userId, args['which'] === 'open');
  }

  private async byId(userId: string, text: string): Promise<ToolOutcome> {
    const id = toId(text.replace(/^#/, ''));
    const order = id === undefined ? undefined : await this.orders.findForUser(userId, id);
    if (order !== undefined) return this.tell(userId, order, { order_id: text });
    return {
      status: 'empty',
      input: { order_id: text },
      summary: 'no such order of this user',
      finding: {
        tool: this.name,
        facts: [{ kind: 'order_not_found', query: 'orders.status', data: { order_id: text } }],
        choice: null,
      },
    };
  }

  private async last(userId: string): Promise<ToolOutcome> {
    const [order] = await this.orders.listForUser(userId, { limit: 1 });
    return order === undefined ? this.none({ which: 'last' }) : this.tell(userId, order, { which: 'last' });
  }

  /** The only one that can be meant; otherwise those to choose from. Without an open order it is the last one. */
  private async meant(userId: string, isOpen: boolean): Promise<ToolOutcome> {
    const which = isOpen ? 'open' : 'any';
    const status = isOpen ? { status: OPEN_STATUSES } : {};
    const found = await this.orders.listForUser(userId, { limit: MAX_CANDIDATES, ...status });
    const [only] = found;
    if (only === undefined) return isOpen ? this.last(userId) : this.none({ which });
    if (found.length === 1) return this.tell(userId, only, { which });
    return {
      status: 'ok',
      input: { which },
      summary: `${found.length} orders could be meant`,
      finding: {
        tool: this.name,
        facts: [
          {
            kind: 'orders',
            query: 'orders.list',
            data: {
              statuses: isOpen ? OPEN_STATUSES : null,
              count: found.length,
              has_more: found.length === MAX_CANDIDATES,
              orders: found.map(toOrderRecord),
            },
          },
        ],
        choice: { of: 'order', ids: found.map(({ orderId }) => orderId) },
      },
    };
  }

  private async tell(userId: string, order: ShopOrder, input: Record<string, unknown>): Promise<ToolOutcome> {
    const items = await this.orders.listItems(userId, order.orderId);
    return {
      status: 'ok',
      input,
      summary: `order ${order.orderId}: ${order.status}, ${items.length} items`,
      finding: { tool: this.name, facts: toOrderFacts(order, items), choice: null },
    };
  }

  private none(input: Record<string, unknown>): ToolOutcome {
    return {
      status: 'empty',
      input,
      summary: 'no orders of this user',
      finding: {
        tool: this.name,
        facts: [
          { kind: 'orders', query: 'orders.list', data: { statuses: null, count: 0, has_more: false, orders: [] } },
        ],
        choice: null,
      },
    };
  }
}
