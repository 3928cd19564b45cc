import { Injectable } from '@nestjs/common';
import { badCursor, mayActFor, ProblemError, readCursor, type Caller } from '../../platform/index.js';
import { toPage, type Page } from '../../shared/cursor-page.js';
import { type OrderPosition, OrderRepository } from '../orders/order.repository.js';
import { type OrderDetailsDto, type OrderDto, type OrderListQuery } from './order.dto.js';
import { toOrderDetailsDto, toOrderDto } from './order.mapper.js';
import { readShopId } from './read-shop-id.js';

/** Orders as callers see them: what a caller may not see does not exist for them. */
@Injectable()
export class OrderService {
  constructor(private readonly orders: OrderRepository) {}

  /**
   * One order with its items, for its user. A bound key asks for its own user whoever is named; an unbound one acts as the user
   * it names, and where it names none, as the user whose order it is: it could have named any.
   * @throws ProblemError `not_found`
   */
  async get(id: string, namedUserId: string | undefined, caller: Caller): Promise<OrderDetailsDto> {
    const orderId = readShopId(id);
    if (orderId === undefined || (namedUserId !== undefined && !mayActFor(caller, namedUserId))) throw noSuchOrder();
    const userId = caller.boundUserId ?? namedUserId ?? (await this.orders.findUserOf(orderId));
    if (userId === undefined) throw noSuchOrder();
    const [order, items] = await Promise.all([
      this.orders.findForUser(userId, orderId),
      this.orders.listItems(userId, orderId),
    ]);
    if (order === undefined) throw noSuchOrder();
    return toOrderDetailsDto(order, items);
  }

  /** A user's orders, newest first; nothing for a user who is unknown or not the caller's. */
  async list(userId: string, query: OrderListQuery, caller: Caller): Promise<Page<OrderDto>> {
    const before = readOrderCursor(query.cursor);
    const status = query.status === undefined ? {} : { status: [query.status] };
    const options = { limit: query.limit + 1, ...status, ...(before === undefined ? {} : { before }) };
    const orders = mayActFor(caller, userId) ? await this.orders.listForUser(userId, options) : [];
    const { data, page } = toPage(orders, query.limit, (order) => [order.createdAt.getTime(), order.orderId]);
    return { data: data.map(toOrderDto), page };
  }
}

/** The instants a `Date` can hold. */
const MAX_INSTANT_MS = 8.64e15;

function readOrderCursor(cursor: string | undefined): OrderPosition | undefined {
  const key = readCursor(cursor, 2);
  if (key === undefined) return undefined;
  const [createdMs, orderId] = key;
  if (typeof createdMs !== 'number' || typeof orderId !== 'number') throw badCursor();
  if (createdMs < 0 || createdMs > MAX_INSTANT_MS / 2) throw badCursor();
  return { createdAt: new Date(createdMs), orderId };
}

function noSuchOrder(): ProblemError {
  return new ProblemError('not_found', 'No order has this id.');
}
