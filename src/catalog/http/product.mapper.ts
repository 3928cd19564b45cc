import { type RankedProduct, type ShopProduct } from '../shop.js';
import { type PopularProductDto, type ProductDto } from './product.dto.js';

export const toProductDto = (product: ShopProduct): ProductDto => listFields(product);

export function toPopularProductDto(product: RankedProduct): PopularProductDto {
  return { ...listFields(product), sold: product.sold, order_items: product.orderItems };
}

function listFields(product: ShopProduct) {
  return {
    product_id: product.productId,
    name: product.name,
    brand: product.brand,
    category: product.category,
    department: product.department,
    retail_price: product.retailPrice,
    stock: product.stock,
    warehouse: product.warehouse,
  };
}
