export { CatalogModule } from './catalog.module.js';
export { OrderRepository, type OrderListOptions, type OrderPosition } from './orders/order.repository.js';
export { ProductRepository } from './products/product.repository.js';
export { SampleShopService } from './sample-shop.service.js';
export {
  KNOWN_STATUSES,
  OPEN_STATUSES,
  SHOP_NAMESPACE,
  UNSOLD_STATUSES,
  type CloseProduct,
  type FoundProducts,
  type ProductFilter,
  type RankedProduct,
  type SalesFilter,
  type SalesRanking,
  type ShopOrder,
  type ShopOrderItem,
  type ShopProduct,
} from './shop.js';
