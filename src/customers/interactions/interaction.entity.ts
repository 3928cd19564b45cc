import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintAsNumber, Customer } from '../customer.entity.js';

/** One contact of a customer with the business, from a file or from a conversation with the assistant. */
@Entity('interactions')
@Check('ck_interactions_source', "source IN ('import', 'assistant')")
@Index('ix_interactions_customer_id_occurred_at', ['customerId', 'occurredAt', 'interactionId'])
@Index('ix_interactions_occurred_at', ['occurredAt'])
@Unique('uq_interactions_message_id', ['messageId'])
@Index('uq_interactions_natural_key', { synchronize: false })
export class Interaction {
  @PrimaryColumn('bigint', {
    name: 'interaction_id',
    primaryKeyConstraintName: 'pk_interactions',
    generatedIdentity: 'ALWAYS',
    generated: 'identity',
    transformer: bigintAsNumber,
  })
  interactionId!: number;

  @Column('bigint', { name: 'customer_id', transformer: bigintAsNumber })
  @ForeignKey(() => Customer, { name: 'fk_interactions_customer_id', onDelete: 'CASCADE' })
  customerId!: number;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  /** The CRM's word for how it happened, e.g. `Email` or `Boat`. */
  @Column('text')
  channel!: string;

  @Column('text', { nullable: true })
  topic!: string | null;

  @Column('text', { nullable: true })
  sentiment!: string | null;

  /** A file, or a turn of `process_message`. */
  @Column('text', { default: 'import' })
  source!: 'import' | 'assistant';

  /** The assistant's message this interaction was; a message counts once. */
  @Column('uuid', { name: 'message_id', nullable: true })
  @ForeignKey('MessageEntity', 'message_id', { name: 'fk_interactions_message_id', onDelete: 'SET NULL' })
  messageId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
