import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The product of discussion of a month. */
@Entity('product_months')
@Check('ck_product_months_month', "month = date_trunc('month', month::timestamp)::date")
export class ProductMonth {
  /** The month's first day, `YYYY-MM-DD`. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_product_months' })
  month!: string;

  @Column('text')
  product!: string;
}
