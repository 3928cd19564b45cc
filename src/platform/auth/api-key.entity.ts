import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Scope } from './caller.js';

/** One API key. The secret itself is shown once and never stored. */
@Entity('api_keys')
@Check('ck_api_keys_scopes', 'cardinality(scopes) > 0')
@Index('ix_api_keys_created_at_key_id', ['created_at', 'key_id'])
export class ApiKey {
  /** Public: the first part of the key, what lists and logs show. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_api_keys' })
  key_id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  secret_hash!: string;

  @Column('text', { array: true })
  scopes!: Scope[];

  /** The one user the key may act for. */
  @Column('text', { nullable: true })
  user_id!: string | null;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  last_used_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  revoked_at!: Date | null;
}

/** A row as SQL returns it. */
export type ApiKeyRow = Pick<ApiKey, keyof ApiKey>;
