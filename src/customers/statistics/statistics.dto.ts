import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCalendarDate } from './is-calendar-date.js';

/** Which interactions count. */
export class InteractionsPerProductQuery {
  /**
   * First day, included (UTC).
   * @example 2019-10-01
   */
  @IsOptional()
  @IsCalendarDate()
  from?: string;

  /** Last day, included (UTC). */
  @IsOptional()
  @IsCalendarDate()
  to?: string;

  /** As it is spelled in the data, like the next four. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  channel?: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  topic?: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  sentiment?: string;

  /** `Unknown`: customers without a type. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  customer_type?: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  product?: string;
}

const COUNTS_BY_TYPE = { type: 'object', additionalProperties: { type: 'integer' }, example: { Blue: 4 } } as const;

export class ProductInteractionsDto {
  /** @example Sand */
  product!: string;
  total!: number;
  /** Types without a count are left out; customers without a type are `Unknown`. */
  @ApiProperty(COUNTS_BY_TYPE)
  by_customer_type!: Record<string, number>;
  /** How many different customers those interactions had. */
  @ApiProperty(COUNTS_BY_TYPE)
  distinct_customers!: Record<string, number>;
}

export class InteractionsPerProductResponse {
  /** What was counted, in words. */
  definition!: string;
  /** The filters of the request. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  filters!: Record<string, string>;
  /** The sum of all products and `without_product`. */
  total!: number;
  /** By total, then by name. */
  products!: ProductInteractionsDto[];
  /** Interactions in months without a product of discussion. */
  without_product!: number;
  /** Interactions, with a product or not, of customers without a type. */
  without_customer_type!: number;
  /** @example statistics.interactions_per_product */
  query!: string;
}

export class RowCountResponse {
  /** @example Number of Rows */
  message!: string;
  rows!: number;
}
