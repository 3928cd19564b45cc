import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber, Customer } from '../../../customer.entity.js';

export const BATCH_STATUSES = ['queued', 'running', 'paused', 'cancelled', 'completed'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

export const ITEM_STATUSES = ['ready', 'needs_review', 'suppressed', 'failed'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Texts for many customers: what was asked for and how far it is. */
@Entity('content_batches')
@Check('ck_content_batches_status', "status IN ('queued', 'running', 'paused', 'cancelled', 'completed')")
@Index('ix_content_batches_unfinished', ['updated_at'], { where: "status IN ('queued', 'running')" })
export class ContentBatch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_content_batches' })
  batch_id!: string;

  @Column('text')
  status!: BatchStatus;

  /** Type, tone, language, subject, whether an address is needed. */
  @Column('jsonb')
  request!: Record<string, unknown>;

  @Column('jsonb')
  filter!: Record<string, unknown>;

  /** Customers the filter met when the batch was ordered. */
  @Column('integer')
  total!: number;

  /** The customer up to whom all are done; only ever moved together with the rows it stands for. */
  @Column('bigint', { default: 0, transformer: bigintAsNumber })
  position!: number;

  @Column('integer', { default: 0 })
  ready!: number;

  @Column('integer', { default: 0 })
  needs_review!: number;

  @Column('integer', { default: 0 })
  opted_out!: number;

  @Column('integer', { default: 0 })
  no_address!: number;

  @Column('integer', { default: 0 })
  failed!: number;

  /** Texts another model than the configured one wrote. */
  @Column('integer', { default: 0 })
  degraded!: number;

  @Column('bigint', { default: 0, transformer: bigintAsNumber })
  input_tokens!: number;

  @Column('bigint', { default: 0, transformer: bigintAsNumber })
  output_tokens!: number;

  /** null as soon as one price is unknown. */
  @Column('numeric', { default: 0, nullable: true })
  cost_usd!: string | null;

  /** Who works on it, and until when nobody else may. */
  @Column('uuid', { nullable: true })
  worker_id!: string | null;

  @Column('timestamptz', { nullable: true })
  lease_until!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;

  @Column('timestamptz', { nullable: true })
  started_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  finished_at!: Date | null;
}

/** What a batch did for one customer. */
@Entity('content_batch_items')
@Check('ck_content_batch_items_status', "status IN ('ready', 'needs_review', 'suppressed', 'failed')")
export class ContentBatchItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_content_batch_items' })
  @ForeignKey(() => ContentBatch, { name: 'fk_content_batch_items_batch_id', onDelete: 'CASCADE' })
  batch_id!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_content_batch_items', transformer: bigintAsNumber })
  @Index('ix_content_batch_items_customer_id')
  @ForeignKey(() => Customer, { name: 'fk_content_batch_items_customer_id', onDelete: 'CASCADE' })
  customer_id!: number;

  @Column('text')
  status!: ItemStatus;

  /** Why it is not ready. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { nullable: true })
  content!: string | null;

  /** Claims, citations, reviews, model. */
  @Column('jsonb', { nullable: true })
  details!: Record<string, unknown> | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
