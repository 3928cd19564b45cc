import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DatasetRegistry,
  type CleanResult,
  type DatasetColumn,
  type ImportDataset,
  type ImportTarget,
  type RawRow,
  type RowContext,
} from '../../imports/index.js';
import { RowReader } from './row-reader.js';

interface CleanInventoryItem {
  id: number;
  productId: number;
  distributionCenterId: number | null;
  cost: string | null;
  createdAt: string;
  soldAt: string | null;
}

/** Such files repeat the product in further columns; the products file is the one that counts. */
const COLUMNS: readonly DatasetColumn[] = [
  { name: 'inventory_item_id', required: true, looseAliases: ['id'], kind: 'id' },
  { name: 'product_id', required: true, kind: 'id' },
  {
    name: 'distribution_center_id',
    required: false,
    aliases: ['product_distribution_center_id'],
    kind: 'id',
  },
  { name: 'cost', required: false, kind: 'money' },
  { name: 'created_at', required: true, kind: 'date' },
  { name: 'sold_at', required: true, kind: 'date' },
];

const TARGET: ImportTarget<CleanInventoryItem> = {
  table: 'inventory_items',
  id: { column: 'inventory_item_id', type: 'bigint' },
  key: ['inventory_item_id'],
  columns: [
    { name: 'inventory_item_id', type: 'bigint', read: (row) => row.id },
    { name: 'product_id', type: 'bigint', read: (row) => row.productId },
    { name: 'distribution_center_id', type: 'bigint', read: (row) => row.distributionCenterId },
    { name: 'cost', type: 'numeric', read: (row) => row.cost },
    { name: 'created_at', type: 'timestamptz', read: (row) => row.createdAt },
    // Here an empty cell says something: the piece is in stock (again).
    { name: 'sold_at', type: 'timestamptz', read: (row) => row.soldAt, merge: 's.sold_at' },
  ],
  references: [
    { column: 'product_id', table: 'products', key: 'product_id' },
    {
      column: 'distribution_center_id',
      table: 'distribution_centers',
      key: 'distribution_center_id',
      optional: true,
    },
  ],
};

/** The dataset `inventory_items`: one row a piece. */
@Injectable()
export class InventoryItemsDataset implements ImportDataset<CleanInventoryItem>, OnModuleInit {
  readonly name = 'inventory_items';
  readonly columns = COLUMNS;
  readonly target = TARGET;

  constructor(private readonly registry: DatasetRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  cleanRow(raw: RawRow, context: RowContext): CleanResult<CleanInventoryItem> {
    const cells = new RowReader(raw, context);
    return cells.finish({
      id: cells.id('inventory_item_id'),
      productId: cells.id('product_id'),
      distributionCenterId: cells.optionalId('distribution_center_id'),
      cost: cells.optionalPrice('cost'),
      createdAt: cells.time('created_at'),
      soldAt: cells.optionalTime('sold_at'),
    });
  }
}
