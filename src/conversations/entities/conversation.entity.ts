import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A conversation and who holds its lease. */
@Entity('conversations')
@Check('ck_conversations_channel', `channel IN ('sales', 'shop')`)
@Index('ix_conversations_user_id_updated_at', ['user_id', 'updated_at', 'conversation_id'])
@Index('ix_conversations_lease_until', ['lease_until'], { where: 'lease_until IS NOT NULL' })
export class ConversationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_conversations' })
  conversation_id!: string;

  @Column('text')
  channel!: 'sales' | 'shop';

  /** The decimal customer id of a prospect, the shop's id of a shop user; null while nobody was named. */
  @Column('text', { nullable: true })
  user_id!: string | null;

  @Column('bigint', { nullable: true })
  @Index('ix_conversations_customer_id')
  @ForeignKey('Customer', 'customer_id', { name: 'fk_conversations_customer_id', onDelete: 'SET NULL' })
  customer_id!: string | null;

  @Column('text')
  title!: string;

  @Column('boolean', { default: true })
  is_active!: boolean;

  /** The number of the newest message, and so their count. */
  @Column('integer', { default: 0 })
  last_seq!: number;

  @Column('text', { nullable: true })
  last_message_preview!: string | null;

  /** What a shop conversation is about: see `ShopSlots`. */
  @Column('jsonb', { default: {} })
  slots!: object;

  /** Names the turn that is writing; null when none is. */
  @Column('uuid', { nullable: true })
  lease_token!: string | null;

  /** After this the turn counts as dead and the next may take over. */
  @Column('timestamptz', { nullable: true })
  lease_until!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
