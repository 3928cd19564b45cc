import { type ShopOrder, type ShopOrderItem, type ShopProduct } from '../../../catalog/index.js';
import { type OrderItemRecord, type OrderRecord, type ProductRecord, type ShopFact } from '../../../llm/index.js';

/** The records of the catalog in the shape they are told in. */
export function toOrderRecord(order: ShopOrder): OrderRecord {
  return {
    order_id: order.orderId,
    status: order.status,
    created_at: order.createdAt.toISOString(),
    shipped_at: order.shippedAt?.toISOString() ?? null,
    delivered_at: order.deliveredAt?.toISOString() ?? null,
    returned_at: order.returnedAt?.toISOString() ?? null,
    item_count: order.itemCount,
    total: order.total,
  };
}

export function toItemRecord(item: ShopOrderItem): OrderItemRecord {
  return {
    order_item_id: item.orderItemId,
    product_id: item.productId,
    name: item.name,
    brand: item.brand,
    status: item.status,
    sale_price: item.salePrice,
  };
}

export function toProductRecord(product: ShopProduct): ProductRecord {
  return {
    product_id: product.productId,
    name: product.name,
    brand: product.brand,
    category: product.category,
    department: product.department,
    price: product.retailPrice,
    stock: product.stock,
  };
}

/** One order with its items. */
export function toOrderFacts(order: ShopOrder, items: readonly ShopOrderItem[]): ShopFact[] {
  return [
    { kind: 'order', query: 'orders.status', data: toOrderRecord(order) },
    {
      kind: 'order_items',
      query: 'orders.items',
      data: { order_id: order.orderId, count: items.length, items: items.map(toItemRecord) },
    },
  ];
}
