/** The namespace of the shop's user ids among the external ids of customers. */
export const SHOP_NAMESPACE = 'shop';

/** Statuses of orders that are still on their way. */
export const OPEN_STATUSES: readonly string[] = ['Processing', 'Shipped'];

/** Statuses of order items that do not count as sold. */
export const UNSOLD_STATUSES: readonly string[] = ['Cancelled', 'Returned'];

/** How the shop writes the usual statuses of orders and their items. */
export const KNOWN_STATUSES: readonly string[] = ['Processing', 'Shipped', 'Complete', 'Cancelled', 'Returned'];

/** An order as its user may see it. */
export interface ShopOrder {
  orderId: number;
  /** The shop's id of the user who asks. */
  userId: string;
  status: string;
  createdAt: Date;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  returnedAt: Date | null;
  /** How many items of it are stored. */
  itemCount: number;
  /** Sum of the sale prices, rounded half up once; a decimal of two places. */
  total: string;
}

export interface ShopOrderItem {
  orderItemId: number;
  orderId: number;
  productId: number;
  name: string;
  brand: string | null;
  category: string | null;
  status: string;
  /** A decimal of two places. */
  salePrice: string;
}

export interface ShopProduct {
  productId: number;
  name: string;
  brand: string | null;
  category: string | null;
  department: string | null;
  /** A decimal of two places. */
  retailPrice: string;
  /** Pieces that are not sold. */
  stock: number;
  /** The distribution center the product comes from. */
  warehouse: string | null;
}

/** A product whose name is not the asked one, but near it. */
export interface CloseProduct extends ShopProduct {
  /** 0..1 */
  similarity: number;
}

export interface FoundProducts {
  /** All products of exactly this name, duplicates included, by product id. */
  exact: ShopProduct[];
  /** Others whose name is near, the nearest first. */
  close: CloseProduct[];
}

/** Texts are compared without regard to case; prices are decimals, both ends included. */
export interface ProductFilter {
  text?: string;
  category?: string;
  brand?: string;
  department?: string;
  minPrice?: string;
  maxPrice?: string;
  inStock?: boolean;
}

/** Days of the orders, `YYYY-MM-DD` in UTC, both included. */
export interface SalesFilter {
  category?: string;
  brand?: string;
  department?: string;
  from?: string;
  to?: string;
}

export interface RankedProduct extends ShopProduct {
  /** Order items that were neither cancelled nor returned. */
  sold: number;
  /** All order items. */
  orderItems: number;
}

export interface SalesRanking {
  rows: RankedProduct[];
  /** Whether products of the same count stand in it, or were cut off: their order is that of their ids. */
  tiesBrokenById: boolean;
}
