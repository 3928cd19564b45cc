import { type ShopOrder, type ShopOrderItem } from '../shop.js';
import { type OrderDetailsDto, type OrderDto, type OrderItemDto } from './order.dto.js';

export const toOrderDto = (order: ShopOrder): OrderDto => listFields(order);

export function toOrderDetailsDto(order: ShopOrder, items: readonly ShopOrderItem[]): OrderDetailsDto {
  return { ...listFields(order), items: items.map(toOrderItemDto) };
}

function listFields(order: ShopOrder) {
  return {
    order_id: order.orderId,
    user_id: order.userId,
    status: order.status,
    created_at: order.createdAt.toISOString(),
    shipped_at: order.shippedAt?.toISOString() ?? null,
    delivered_at: order.deliveredAt?.toISOString() ?? null,
    returned_at: order.returnedAt?.toISOString() ?? null,
    item_count: order.itemCount,
    total: order.total,
  };
}

function toOrderItemDto(item: ShopOrderItem): OrderItemDto {
  return {
    order_item_id: item.orderItemId,
    product_id: item.productId,
    name: item.name,
    brand: item.brand,
    category: item.category,
    status: item.status,
    sale_price: item.salePrice,
  };
}
