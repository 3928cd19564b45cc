import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { MessageEntity } from './message.entity.js';

/** What was understood of a user's message. */
@Entity('analysis_results')
export class AnalysisResultEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_analysis_results' })
  message_id!: string;

  @ManyToOne(() => MessageEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_analysis_results_message_id' })
  message?: MessageEntity;

  @Column('text')
  summary!: string;

  @Column('text')
  intent!: string;

  @Column('double precision')
  intent_confidence!: number;

  @Column('jsonb')
  secondary_intents!: string[];

  @Column('jsonb')
  entities!: unknown[];

  @Column('text')
  sentiment_label!: string;

  @Column('double precision')
  sentiment_score!: number;

  @Column('jsonb')
  key_points!: string[];

  @Column('boolean')
  action_required!: boolean;

  @Column('text')
  language!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}

/** A next step that a turn proposed. */
@Entity('actionable_outputs')
export class ActionableOutputEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_actionable_outputs' })
  message_id!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_actionable_outputs' })
  ordinal!: number;

  @ManyToOne(() => MessageEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_actionable_outputs_message_id' })
  message?: MessageEntity;

  @Column('text')
  action_type!: string;

  @Column('text')
  text!: string;

  @Column('jsonb')
  details!: Record<string, unknown>;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}

/** A tool that a turn used. */
@Entity('tool_calls')
@Check('ck_tool_calls_status', `status IN ('ok', 'empty', 'error', 'denied')`)
export class ToolCallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_tool_calls' })
  message_id!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_tool_calls' })
  ordinal!: number;

  @ManyToOne(() => MessageEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_tool_calls_message_id' })
  message?: MessageEntity;

  @Column('text')
  tool!: string;

  @Column('jsonb')
  input!: Record<string, unknown>;

  @Column('text')
  output_summary!: string;

  @Column('text')
  status!: 'ok' | 'empty' | 'error' | 'denied';

  @Column('double precision')
  duration_ms!: number;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}

/** A call of a model that a turn made, failed ones included. */
@Entity('llm_calls')
@Check('ck_llm_calls_status', `status IN ('ok', 'error')`)
export class LlmCallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_llm_calls' })
  message_id!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_llm_calls' })
  ordinal!: number;

  @ManyToOne(() => MessageEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_llm_calls_message_id' })
  message?: MessageEntity;

  @Column('text')
  provider!: string;

  @Column('text')
  model!: string;

  @Column('text')
  prompt_version!: string;

  @Column('text')
  status!: 'ok' | 'error';

  @Column('text', { nullable: true })
  error_code!: string | null;

  @Column('integer')
  input_tokens!: number;

  @Column('integer')
  output_tokens!: number;

  /** null where the price is unknown. */
  @Column('numeric', { nullable: true })
  cost_usd!: string | null;

  @Column('double precision')
  duration_ms!: number;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
