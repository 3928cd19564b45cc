import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { type ApiKeyRow } from './api-key.entity.js';
import { SCOPES, type Scope } from './caller.js';

/** A key to be made. */
export class CreateKeyRequest {
  /**
   * What the key is for, as lists show it.
   * @example dashboard
   */
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'name must not be blank' })
  name!: string;

  /**
   * What the key may do.
   * @example ["read", "converse"]
   */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SCOPES.length)
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];

  /**
   * Binds the key to one user: it sees that user's records and nothing else.
   * @example 39
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: 'user_id must not be blank' })
  user_id?: string | null;
}

/** A key as lists show it, without its secret. */
export class KeyResponse {
  /** @example 3f9c1d20aa41 */
  key_id!: string;
  /** @example dashboard */
  name!: string;
  /** @example ["read", "converse"] */
  scopes!: string[];
  user_id!: string | null;
  /** @example 2026-11-20T09:00:00.000Z */
  created_at!: string;
  last_used_at!: string | null;
  revoked_at!: string | null;
}

/** A new key. This is the only time it is shown. */
export class CreatedKeyResponse extends KeyResponse {
  /** Send it as `Authorization: Bearer <key>`. */
  key!: string;
}

/** Everything but the hash. */
export function toKeyResponse(row: ApiKeyRow): Pick<KeyResponse, keyof KeyResponse> {
  return {
    key_id: row.key_id,
    name: row.name,
    scopes: row.scopes,
    user_id: row.user_id,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
    revoked_at: row.revoked_at?.toISOString() ?? null,
  };
}
