import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SHOP_NAMESPACE, type ShopOrder, type ShopOrderItem } from '../shop.js';

/** Where a page of orders begins: behind this order. */
export interface OrderPosition {
  createdAt: Date;
  orderId: number;
}

export interface OrderListOptions {
  limit: number;
  /** All when left out. */
  status?: readonly string[];
  before?: OrderPosition;
}

interface OrderRow {
  order_id: string;
  status: string;
  created_at: Date;
  shipped_at: Date | null;
  delivered_at: Date | null;
  returned_at: Date | null;
  items: number;
  total: string;
}

/** The user's orders with items and total; `$1` is the user. Somebody else's orders are not in it, whatever else is asked. */
const SELECT_ORDERS = `
  SELECT o.order_id, o.status, o.created_at, o.shipped_at, o.delivered_at, o.returned_at, i.items, i.total
  FROM customer_external_ids u
  JOIN orders o ON o.customer_id = u.customer_id
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS items, round(COALESCE(sum(x.sale_price), 0), 2)::text AS total
    FROM order_items x WHERE x.order_id = o.order_id
  ) i
  WHERE u.namespace = '${SHOP_NAMESPACE}' AND u.external_id = $1`;

/** Orders as their user may see them: somebody else's order is not there, exactly like one that does not exist. */
@Injectable()
export class OrderRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findForUser(userId: string, orderId: number): Promise<ShopOrder | undefined> {
    if (!Number.isSafeInteger(orderId)) return undefined;
    const rows = await this.dataSource.query<OrderRow[]>(`${SELECT_ORDERS} AND o.order_id = $2`, [userId, orderId]);
    return rows.map((row) => toOrder(row, userId))[0];
  }

  /** Newest first. */
  async listForUser(userId: string, { limit, status, before }: OrderListOptions): Promise<ShopOrder[]> {
    const rows = await this.dataSource.query<OrderRow[]>(
      `${SELECT_ORDERS} AND ($2::text[] IS NULL OR o.status = ANY ($2))
         AND ($3::timestamptz IS NULL OR (o.created_at, o.order_id) < ($3, $4::bigint))
       ORDER BY o.created_at DESC, o.order_id DESC LIMIT $5`,
      [userId, status ?? null, before?.createdAt.toISOString() ?? null, before?.orderId ?? null, limit],
    );
    return rows.map((row) => toOrder(row, userId));
  }

  /** The items of one of the user's orders, by id. */
  async listItems(userId: string, orderId: number): Promise<ShopOrderItem[]> {
    if (!Number.isSafeInteger(orderId)) return [];
    const rows = await this.dataSource.query<ItemRow[]>(
      `SELECT x.order_item_id, x.order_id, x.product_id, p.name, p.brand, p.category, x.status, round(x.sale_price, 2)::text AS sale_price
       FROM customer_external_ids u
       JOIN orders o ON o.customer_id = u.customer_id
       JOIN order_items x ON x.order_id = o.order_id
       JOIN products p ON p.product_id = x.product_id
       WHERE u.namespace = '${SHOP_NAMESPACE}' AND u.external_id = $1 AND o.order_id = $2
       ORDER BY x.order_item_id`,
      [userId, orderId],
    );
    return rows.map(toItem);
  }

  /** Whose order it is, for a caller who may act for anybody. */
  async findUserOf(orderId: number): Promise<string | undefined> {
    const rows = await this.dataSource.query<{ external_id: string }[]>(
      `SELECT u.external_id FROM orders o JOIN customer_external_ids u ON u.customer_id = o.customer_id
       WHERE o.order_id = $1 AND u.namespace = '${SHOP_NAMESPACE}' ORDER BY u.external_id LIMIT 1`,
      [orderId],
    );
    return rows[0]?.external_id;
  }

  async userExists(userId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM customer_external_ids WHERE namespace = '${SHOP_NAMESPACE}' AND external_id = $1`,
      [userId],
    );
    return rows.length > 0;
  }
}

interface ItemRow {
  order_item_id: string;
  order_id: string;
  product_id: string;
  name: string;
  brand: string | null;
  category: string | null;
  status: string;
  sale_price: string;
}

function toOrder(row: OrderRow, userId: string): ShopOrder {
  return {
    orderId: Number(row.order_id),
    userId,
    status: row.status,
    createdAt: row.created_at,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at,
    returnedAt: row.returned_at,
    itemCount: row.items,
    total: row.total,
  };
}

function toItem(row: ItemRow): ShopOrderItem {
  return {
    orderItemId: Number(row.order_item_id),
    orderId: Number(row.order_id),
    productId: Number(row.product_id),
    name: row.name,
    brand: row.brand,
    category: row.category,
    status: row.status,
    salePrice: row.sale_price,
  };
}
