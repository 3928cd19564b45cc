import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from './bigint-as-number.js';
import { DistributionCenter, Product } from './product.entity.js';

/** One piece of a product; in stock as long as it is not sold. */
@Entity('inventory_items')
@Index('ix_inventory_items_product_id_sold_at', ['productId', 'soldAt'])
export class InventoryItem {
  @PrimaryColumn('bigint', {
    name: 'inventory_item_id',
    primaryKeyConstraintName: 'pk_inventory_items',
    transformer: bigintAsNumber,
  })
  inventoryItemId!: number;

  @Column('bigint', { name: 'product_id', transformer: bigintAsNumber })
  @ForeignKey(() => Product, { name: 'fk_inventory_items_product_id' })
  productId!: number;

  @Column('bigint', { name: 'distribution_center_id', nullable: true, transformer: bigintAsNumber })
  @ForeignKey(() => DistributionCenter, { name: 'fk_inventory_items_distribution_center_id' })
  distributionCenterId!: number | null;

  @Column('numeric', { nullable: true })
  cost!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sold_at', nullable: true })
  soldAt!: Date | null;
}
