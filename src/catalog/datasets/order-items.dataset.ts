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
import { KNOWN_STATUSES } from '../shop.js';
import { RowReader } from './row-reader.js';

interface CleanOrderItem {
  id: number;
  orderId: number;
  productId: number;
  inventoryItemId: number | null;
  status: string;
  createdAt: string | null;
  shippedAt: string | null;
  deliveredAt: string | null;
  returnedAt: string | null;
  salePrice: string;
}

const COLUMNS: readonly DatasetColumn[] = [
  { name: 'order_item_id', required: true, looseAliases: ['id'], kind: 'id' },
  { name: 'order_id', required: true, kind: 'id' },
  { name: 'product_id', required: true, kind: 'id' },
  { name: 'inventory_item_id', required: false, kind: 'id' },
  { name: 'status', required: true, kind: 'spelling', spellings: KNOWN_STATUSES },
  { name: 'created_at', required: false, kind: 'date' },
  { name: 'shipped_at', required: false, kind: 'date' },
  { name: 'delivered_at', required: false, kind: 'date' },
  { name: 'returned_at', required: false, kind: 'date' },
  { name: 'sale_price', required: true, kind: 'money' },
];

const TARGET: ImportTarget<CleanOrderItem> = {
  table: 'order_items',
  id: { column: 'order_item_id', type: 'bigint' },
  key: ['order_item_id'],
  columns: [
    { name: 'order_item_id', type: 'bigint', read: (row) => row.id },
    { name: 'order_id', type: 'bigint', read: (row) => row.orderId },
    { name: 'product_id', type: 'bigint', read: (row) => row.productId },
    { name: 'inventory_item_id', type: 'bigint', read: (row) => row.inventoryItemId },
    { name: 'status', type: 'text', read: (row) => row.status },
    { name: 'created_at', type: 'timestamptz', read: (row) => row.createdAt },
    { name: 'shipped_at', type: 'timestamptz', read: (row) => row.shippedAt },
    { name: 'delivered_at', type: 'timestamptz', read: (row) => row.deliveredAt },
    { name: 'returned_at', type: 'timestamptz', read: (row) => row.returnedAt },
    { name: 'sale_price', type: 'numeric', read: (row) => row.salePrice },
  ],
  references: [
    { column: 'order_id', table: 'orders', key: 'order_id' },
    { column: 'product_id', table: 'products', key: 'product_id' },
    { column: 'inventory_item_id', table: 'inventory_items', key: 'inventory_item_id', optional: true },
  ],
};

/** The dataset `order_items`: one row a piece of an order. Whose it is, the order says. */
@Injectable()
export class OrderItemsDataset implements ImportDataset<CleanOrderItem>, OnModuleInit {
  readonly name = 'order_items';
  readonly columns = COLUMNS;
  readonly target = TARGET;

  constructor(private readonly registry: DatasetRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  cleanRow(raw: RawRow, context: RowContext): CleanResult<CleanOrderItem> {
    const cells = new RowReader(raw, context);
    return cells.finish({
      id: cells.id('order_item_id'),
      orderId: cells.id('order_id'),
      productId: cells.id('product_id'),
      inventoryItemId: cells.optionalId('inventory_item_id'),
      status: cells.neededText('status'),
      createdAt: cells.optionalTime('created_at'),
      shippedAt: cells.optionalTime('shipped_at'),
      deliveredAt: cells.optionalTime('delivered_at'),
      returnedAt: cells.optionalTime('returned_at'),
      salePrice: cells.price('sale_price'),
    });
  }
}
