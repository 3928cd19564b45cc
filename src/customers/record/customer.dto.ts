import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../platform/index.js';
import { collapseSpace } from '../../shared/text.js';
import { HasNoInternalField } from './has-no-internal-field.js';

/** One line without space at its ends. What is no text is left for the validation to refuse. */
const OneLine = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? collapseSpace(value) : value));

const MAX_FIELD_CHARS = 300;
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[^\s@<>".]{2,24}$/u;

export class ExternalIdDto {
  /**
   * The other system: `crm`, `shop`, or a name of your own.
   * @example crm
   */
  @IsString()
  @Matches(/^[a-z][a-z0-9_-]{0,39}$/, { message: 'namespace must be a short name in lower case' })
  namespace!: string;

  /** @example prospect_101 */
  @OneLine()
  @IsString()
  @Length(1, 200)
  id!: string;
}

/** What may be said of a customer; null removes what is known. */
export class CustomerFields {
  /** @example Ingrid Solheim */
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  name?: string | null;

  /** @example Head of Sales Operations */
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  occupation?: string | null;

  /**
   * The CRM's own grouping.
   * @example Mid-Market
   */
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  type?: string | null;

  /** @example ingrid.solheim@fjordline.example */
  @IsOptional()
  @OneLine()
  @IsString()
  @Matches(EMAIL, { message: 'email must be an e-mail address' })
  email?: string | null;

  /** @example +47 22 12 34 56 */
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(1, 50)
  phone?: string | null;

  /** @example Fjordline Logistics */
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  company?: string | null;

  /**
   * Where in the sales process.
   * @example Evaluation
   */
  @IsOptional()
  @OneLine()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  stage?: string | null;

  /** Whether they asked not to be contacted. */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  opted_out?: boolean;

  /** Anything else that everybody who may read the customer may see. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { country: 'Norway' } })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @HasNoInternalField()
  attributes?: Record<string, unknown>;
}

/** A new customer; its id is made here. */
export class CreateCustomerRequest extends CustomerFields {
  /** What other systems call them; nobody else may have the same. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ExternalIdDto)
  external_ids?: ExternalIdDto[];
}

/** A change (JSON merge patch, RFC 7396): absent fields stay, null removes, `attributes` are merged. */
export class PatchCustomerRequest extends CustomerFields {}

const SWITCH = ['true', 'false'] as const;

/** Which customers; all filters have to fit. */
export class CustomerFilterQuery {
  /** Exactly this type; `Unknown`: those without one. */
  @IsOptional()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  type?: string;

  /** Exactly this stage. */
  @IsOptional()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  stage?: string;

  /** Exactly this company. */
  @IsOptional()
  @IsString()
  @Length(1, MAX_FIELD_CHARS)
  company?: string;

  /** Part of the name, company, occupation or e-mail address, or a whole id. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  q?: string;

  @ApiPropertyOptional({ enum: SWITCH })
  @IsOptional()
  @IsIn(SWITCH)
  opted_out?: (typeof SWITCH)[number];
}

/** The same filters, in pages. */
export class CustomerListQuery extends IntersectionType(CustomerFilterQuery, PageQuery) {}

/** A customer as this API tells of them. Scores, budgets and notes of the sales team are not among it. */
export class CustomerDto {
  /** @example 1000000001 */
  @ApiProperty({ type: 'integer' })
  customer_id!: number;
  external_ids!: ExternalIdDto[];
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;
  @ApiProperty({ type: String, nullable: true })
  occupation!: string | null;
  @ApiProperty({ type: String, nullable: true })
  type!: string | null;
  @ApiProperty({ type: String, nullable: true })
  email!: string | null;
  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
  @ApiProperty({ type: String, nullable: true })
  company!: string | null;
  @ApiProperty({ type: String, nullable: true })
  stage!: string | null;
  opted_out!: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true })
  attributes!: Record<string, unknown>;
  /** Grows with each change; the ETag is made of it. */
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiProperty({ format: 'date-time' })
  created_at!: string;
  @ApiProperty({ format: 'date-time' })
  updated_at!: string;
}
