import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber, Customer } from './customer.entity.js';

/** What another system calls a customer: `crm` for text ids of a CRM file, `shop` for users of the shop. */
@Entity('customer_external_ids')
export class CustomerExternalId {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_customer_external_ids' })
  namespace!: string;

  @PrimaryColumn('text', { name: 'external_id', primaryKeyConstraintName: 'pk_customer_external_ids' })
  @Index('ix_customer_external_ids_external_id')
  externalId!: string;

  @Column('bigint', { name: 'customer_id', transformer: bigintAsNumber })
  @Index('ix_customer_external_ids_customer_id')
  @ForeignKey(() => Customer, { name: 'fk_customer_external_ids_customer_id', onDelete: 'CASCADE' })
  customerId!: number;
}
