import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  DatasetRegistry,
  type CleanResult,
  type DatasetColumn,
  type ImportDataset,
  type ImportTarget,
  type RawRow,
  type RowContext,
} from '../../imports/index.js';
import { KNOWN_STATUSES, SHOP_NAMESPACE } from '../shop.js';
import { RowReader } from './row-reader.js';

interface CleanOrder {
  id: number;
  userId: number;
  status: string;
  createdAt: string;
  shippedAt: string | null;
  deliveredAt: string | null;
  returnedAt: string | null;
}

const COLUMNS: readonly DatasetColumn[] = [
  { name: 'order_id', required: true, kind: 'id' },
  { name: 'user_id', required: true, kind: 'id' },
  { name: 'status', required: true, kind: 'spelling', spellings: KNOWN_STATUSES },
  { name: 'created_at', required: true, kind: 'date' },
  { name: 'shipped_at', required: false, kind: 'date' },
  { name: 'delivered_at', required: false, kind: 'date' },
  { name: 'returned_at', required: false, kind: 'date' },
];

const TARGET: ImportTarget<CleanOrder> = {
  table: 'orders',
  id: { column: 'order_id', type: 'bigint' },
  key: ['order_id'],
  columns: [
    { name: 'order_id', type: 'bigint', read: (row) => row.id },
    { name: 'customer_id', type: 'bigint', read: () => null },
    { name: 'user_id', type: 'text', read: (row) => String(row.userId), stagedOnly: true },
    { name: 'status', type: 'text', read: (row) => row.status },
    { name: 'created_at', type: 'timestamptz(3)', read: (row) => row.createdAt },
    { name: 'shipped_at', type: 'timestamptz', read: (row) => row.shippedAt },
    { name: 'delivered_at', type: 'timestamptz', read: (row) => row.deliveredAt },
    { name: 'returned_at', type: 'timestamptz', read: (row) => row.returnedAt },
  ],
  references: [{ column: 'customer_id', table: 'customers', key: 'customer_id', said: 's.user_id', saidIn: 'user_id' }],
};

/** The dataset `orders`: one row an order of a stored user. */
@Injectable()
export class OrdersDataset implements ImportDataset<CleanOrder>, OnModuleInit {
  readonly name = 'orders';
  readonly columns = COLUMNS;
  readonly target = TARGET;

  constructor(private readonly registry: DatasetRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  cleanRow(raw: RawRow, context: RowContext): CleanResult<CleanOrder> {
    const cells = new RowReader(raw, context);
    return cells.finish({
      id: cells.id('order_id'),
      userId: cells.id('user_id'),
      status: cells.neededText('status'),
      createdAt: cells.time('created_at'),
      shippedAt: cells.optionalTime('shipped_at'),
      deliveredAt: cells.optionalTime('delivered_at'),
      returnedAt: cells.optionalTime('returned_at'),
    });
  }

  /** The customer behind the shop's user id. */
  async resolve(manager: EntityManager, staging: string): Promise<void> {
    await manager.query(
      `UPDATE ${staging} s SET customer_id = e.customer_id FROM customer_external_ids e
       WHERE e.namespace = $1 AND e.external_id = s.user_id`,
      [SHOP_NAMESPACE],
    );
  }
}
