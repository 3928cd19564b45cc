import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../../customers/index.js';
import { bigintAsNumber } from './bigint-as-number.js';
import { InventoryItem } from './inventory-item.entity.js';
import { Product } from './product.entity.js';

/** An order of a shop user, who is a customer; the id is the shop's. */
@Entity('orders')
@Index('ix_orders_customer_id_created_at', ['customerId', 'createdAt', 'orderId'])
@Index('ix_orders_created_at', ['createdAt'])
export class Order {
  @PrimaryColumn('bigint', { name: 'order_id', primaryKeyConstraintName: 'pk_orders', transformer: bigintAsNumber })
  orderId!: number;

  /** null: the customer was deleted. */
  @Column('bigint', { name: 'customer_id', nullable: true, transformer: bigintAsNumber })
  @ForeignKey(() => Customer, { name: 'fk_orders_customer_id', onDelete: 'SET NULL' })
  customerId!: number | null;

  @Column('text')
  status!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('timestamptz', { name: 'shipped_at', nullable: true })
  shippedAt!: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column('timestamptz', { name: 'returned_at', nullable: true })
  returnedAt!: Date | null;
}

/** One piece of an order. */
@Entity('order_items')
@Index('ix_order_items_product_id_status', ['productId', 'status'])
export class OrderItem {
  @PrimaryColumn('bigint', {
    name: 'order_item_id',
    primaryKeyConstraintName: 'pk_order_items',
    transformer: bigintAsNumber,
  })
  orderItemId!: number;

  @Column('bigint', { name: 'order_id', transformer: bigintAsNumber })
  @Index('ix_order_items_order_id')
  @ForeignKey(() => Order, { name: 'fk_order_items_order_id' })
  orderId!: number;

  @Column('bigint', { name: 'product_id', transformer: bigintAsNumber })
  @ForeignKey(() => Product, { name: 'fk_order_items_product_id' })
  productId!: number;

  @Column('bigint', { name: 'inventory_item_id', nullable: true, transformer: bigintAsNumber })
  @Index('ix_order_items_inventory_item_id')
  @ForeignKey(() => InventoryItem, { name: 'fk_order_items_inventory_item_id' })
  inventoryItemId!: number | null;

  @Column('text')
  status!: string;

  /** May lie before the order's own time: the order's is the one that counts. */
  @Column('timestamptz', { name: 'created_at', nullable: true })
  createdAt!: Date | null;

  @Column('timestamptz', { name: 'shipped_at', nullable: true })
  shippedAt!: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column('timestamptz', { name: 'returned_at', nullable: true })
  returnedAt!: Date | null;

  /** A decimal as the file means it; rounded to cents when it is told. */
  @Column('numeric', { name: 'sale_price' })
  salePrice!: string;
}
