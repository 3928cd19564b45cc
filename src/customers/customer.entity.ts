import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The driver hands bigint over as text; ids are safe integers by the rules of import and minting. */
export const bigintAsNumber = { from: (stored: string): number => Number(stored), to: (id: number): number => id };

/** A person the sales team or the shop deals with. */
@Entity('customers')
@Check('ck_customers_customer_id', 'customer_id > 0')
export class Customer {
  @PrimaryColumn('bigint', {
    name: 'customer_id',
    primaryKeyConstraintName: 'pk_customers',
    transformer: bigintAsNumber,
  })
  customerId!: number;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  occupation!: string | null;

  /** The CRM's own grouping, e.g. a colour or a segment. */
  @Column('text', { nullable: true })
  type!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  company!: string | null;

  /** Where in the sales process, in the CRM's words. */
  @Column('text', { nullable: true })
  stage!: string | null;

  @Column('boolean', { name: 'opted_out', default: false })
  optedOut!: boolean;

  /** Whatever else the CRM knows and a colleague may see. */
  @Column('jsonb', { default: {} })
  attributes!: Record<string, unknown>;

  /** Scores, budgets, notes: for the sales team's eyes only, never in a prompt or a draft. */
  @Column('jsonb', { default: {} })
  internal!: Record<string, unknown>;

  /** Grows with each change; the ETag is made of it. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  /** Filled by the repository; stored as {@link CustomerExternalId}. */
  externalIds!: { namespace: string; externalId: string }[];
}
