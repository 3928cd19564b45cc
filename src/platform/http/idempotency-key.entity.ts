import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An answer kept under the key its caller chose, so that sending the request again does not do the work again. */
@Entity('idempotency_keys')
@Check('ck_idempotency_keys_status', `status IN ('running', 'complete')`)
@Index('ix_idempotency_keys_expires_at', ['expires_at'])
@Index('ix_idempotency_keys_conversation_id', ['conversation_id'])
export class IdempotencyKeyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  scope!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  key!: string;

  @Column('text')
  request_hash!: string;

  @Column('text')
  status!: 'running' | 'complete';

  @Column('integer', { nullable: true })
  response_status!: number | null;

  @Column('jsonb', { nullable: true })
  response!: unknown;

  /** Deleting the conversation deletes the answer, which repeats its texts. */
  @Column('uuid', { nullable: true })
  conversation_id!: string | null;

  /** The assistant's message of the turn that holds the key. */
  @Column('uuid', { nullable: true })
  message_id!: string | null;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz')
  expires_at!: Date;
}
