import { type ShopProduct } from '../shop.js';

/** What every product is read with; `p` is the product. */
export const PRODUCT_COLUMNS = `
  p.product_id, p.name, p.brand, p.category, p.department, round(p.retail_price, 2)::text AS retail_price,
  (SELECT d.name FROM distribution_centers d WHERE d.distribution_center_id = p.distribution_center_id) AS warehouse,
  (SELECT count(*)::integer FROM inventory_items v WHERE v.product_id = p.product_id AND v.sold_at IS NULL) AS stock`;

/** Whether any piece of `p` is left. */
export const IN_STOCK =
  'EXISTS (SELECT FROM inventory_items v WHERE v.product_id = p.product_id AND v.sold_at IS NULL)';

export interface ProductRow {
  product_id: string;
  name: string;
  brand: string | null;
  category: string | null;
  department: string | null;
  retail_price: string;
  warehouse: string | null;
  stock: number;
}

export function toProduct(row: ProductRow): ShopProduct {
  return {
    productId: Number(row.product_id),
    name: row.name,
    brand: row.brand,
    category: row.category,
    department: row.department,
    retailPrice: row.retail_price,
    stock: row.stock,
    warehouse: row.warehouse,
  };
}
