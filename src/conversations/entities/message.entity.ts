import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { ConversationEntity } from './conversation.entity.js';

/** One message; an assistant's is stored as `running` before it is written. */
@Entity('messages')
@Unique('uq_messages_conversation_id_seq', ['conversation_id', 'seq'])
@Check('ck_messages_role', `role IN ('user', 'assistant')`)
@Check('ck_messages_status', `status IN ('running', 'complete', 'aborted', 'failed')`)
export class MessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_messages' })
  message_id!: string;

  @Column('uuid')
  conversation_id!: string;

  @ManyToOne(() => ConversationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id', foreignKeyConstraintName: 'fk_messages_conversation_id' })
  conversation?: ConversationEntity;

  /** From 1, without gaps. */
  @Column('integer')
  seq!: number;

  @Column('text')
  role!: 'user' | 'assistant';

  @Column('text', { nullable: true })
  sender!: string | null;

  @Column('text')
  content!: string;

  @Column('text')
  status!: 'running' | 'complete' | 'aborted' | 'failed';

  @Column('text', { nullable: true })
  intent!: string | null;

  /** Of the intent (user) or of the draft (assistant), 0..1. */
  @Column('double precision', { nullable: true })
  confidence!: number | null;

  @Column('jsonb', { default: [] })
  citations!: unknown[];

  @Column('jsonb', { default: [] })
  claims!: unknown[];

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  completed_at!: Date | null;
}

/** What somebody thought of an assistant's message. */
@Entity('message_feedback')
@Check('ck_message_feedback_rating', `rating IN ('up', 'down')`)
@Check('ck_message_feedback_outcome', `outcome IN ('accepted', 'modified', 'declined')`)
export class MessageFeedbackEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message_feedback' })
  feedback_id!: string;

  @Column('uuid')
  @Index('ix_message_feedback_message_id')
  message_id!: string;

  @ManyToOne(() => MessageEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_message_feedback_message_id' })
  message?: MessageEntity;

  @Column('text', { nullable: true })
  key_id!: string | null;

  @Column('text')
  rating!: 'up' | 'down';

  @Column('text', { nullable: true })
  outcome!: 'accepted' | 'modified' | 'declined' | null;

  @Column('text', { nullable: true })
  final_text!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
