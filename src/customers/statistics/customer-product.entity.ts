import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Interaction } from '../interactions/interaction.entity.js';

/**
 * As what a customer is counted in the rollup, product by product: what a refresh compares the rows with. It outlives the
 * customer until the rollup has been told, so there is no foreign key.
 */
@Entity('customer_products')
export class CustomerProduct {
  @PrimaryColumn('bigint', { name: 'customer_id', primaryKeyConstraintName: 'pk_customer_products' })
  customerId!: string;

  /** Empty: months without a product. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_customer_products' })
  product!: string;

  /** Empty: none. */
  @Column('text', { name: 'customer_type' })
  customerType!: string;

  /** First days of the product's months in which the customer had interactions, ascending. */
  @Column('date', { array: true })
  months!: string[];

  /** Interactions in each of {@link months}. */
  @Column('integer', { array: true })
  counts!: number[];
}

/** Interactions of turns that the rollup has not counted yet; readers add them. */
@Entity('uncounted_interactions')
export class UncountedInteraction {
  @PrimaryColumn('bigint', { name: 'interaction_id', primaryKeyConstraintName: 'pk_uncounted_interactions' })
  @ForeignKey(() => Interaction, { name: 'fk_uncounted_interactions_interaction_id', onDelete: 'CASCADE' })
  interactionId!: string;

  @Column('bigint', { name: 'customer_id' })
  customerId!: string;
}
