import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The rollup of interactions: sums by product, customer type, month, and the last month before it in which the same
 * customers met the same product. The fourth column is what makes distinct customers exact over any range of months: a
 * customer counts in a range once, in the month whose previous one lies before the range.
 */
@Entity('interaction_months')
export class InteractionMonth {
  /** Empty: the month has no product. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_interaction_months' })
  product!: string;

  /** Empty: the customers have no type. */
  @PrimaryColumn('text', { name: 'customer_type', primaryKeyConstraintName: 'pk_interaction_months' })
  customerType!: string;

  /** The month's first day in UTC. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_interaction_months' })
  month!: string;

  /** `-infinity`: there is none. */
  @PrimaryColumn('date', { name: 'previous_month', primaryKeyConstraintName: 'pk_interaction_months' })
  previousMonth!: string;

  @Column('bigint')
  interactions!: string;

  @Column('bigint')
  customers!: string;
}
