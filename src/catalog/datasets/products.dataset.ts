import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DatasetRegistry, type ImportDataset, type ImportTarget } from '../../imports/index.js';
import { refreshProductWords } from '../products/refresh-product-words.js';
import { cleanProduct, type CleanProduct, PRODUCT_FILE_COLUMNS } from './clean-product.js';

const TARGET: ImportTarget<CleanProduct> = {
  table: 'products',
  id: { column: 'product_id', type: 'bigint' },
  key: ['product_id'],
  columns: [
    { name: 'product_id', type: 'bigint', read: (row) => row.id },
    { name: 'name', type: 'text', read: (row) => row.name },
    { name: 'brand', type: 'text', read: (row) => row.brand },
    { name: 'category', type: 'text', read: (row) => row.category },
    { name: 'department', type: 'text', read: (row) => row.department },
    { name: 'sku', type: 'text', read: (row) => row.sku },
    { name: 'retail_price', type: 'numeric', read: (row) => row.retailPrice },
    { name: 'cost', type: 'numeric', read: (row) => row.cost },
    { name: 'distribution_center_id', type: 'bigint', read: (row) => row.distributionCenterId },
    { name: 'name_key', type: 'text', read: (row) => row.nameKey },
    { name: 'search_key', type: 'text', read: (row) => row.searchKey },
  ],
  references: [
    {
      column: 'distribution_center_id',
      table: 'distribution_centers',
      key: 'distribution_center_id',
      optional: true,
    },
  ],
};

/** The dataset `products`: what the shop sells. */
@Injectable()
export class ProductsDataset implements ImportDataset<CleanProduct>, OnModuleInit {
  readonly name = 'products';
  readonly columns = PRODUCT_FILE_COLUMNS;
  readonly target = TARGET;
  readonly cleanRow = cleanProduct;

  constructor(private readonly registry: DatasetRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  onChanged(manager: EntityManager, products: string): Promise<void> {
    return refreshProductWords(manager, products);
  }
}
