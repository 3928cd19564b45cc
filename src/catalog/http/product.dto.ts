import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsCalendarDate } from '../../customers/index.js';
import { PageQuery, QueryInteger } from '../../platform/index.js';

const PRICE = /^\d{1,9}(?:\.\d{1,4})?$/;

/** Only `true` and `false` count; anything else is left for the validation to refuse. */
const QueryBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

class KindQuery extends PageQuery {
  /**
   * Without regard to case, like the next two.
   * @example Tops & Tees
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  category?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  brand?: string;

  /** @example Women */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  department?: string;
}

/** Which products are listed. */
export class ProductListQuery extends KindQuery {
  /**
   * Words of name, brand, category or department, all of them, in any order; slips of the keyboard are forgiven.
   * @example clasic t-shirts
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  /** Included, like the other end. */
  @IsOptional()
  @Matches(PRICE, { message: 'min_price must be a decimal' })
  min_price?: string;

  /** @example 25.00 */
  @IsOptional()
  @Matches(PRICE, { message: 'max_price must be a decimal' })
  max_price?: string;

  @IsOptional()
  @QueryBoolean()
  @IsBoolean()
  in_stock?: boolean;
}

/** Which sales are ranked. */
export class PopularProductsQuery extends KindQuery {
  /**
   * Products on one page.
   * @example 5
   */
  @IsOptional()
  @QueryInteger()
  @IsInt()
  @Min(1)
  @Max(100)
  override limit: number = 5;

  /** First day of the orders, included (UTC). */
  @IsOptional()
  @IsCalendarDate()
  from?: string;

  /** Last day of the orders, included (UTC). */
  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

export class ProductDto {
  product_id!: number;
  /** @example Classic T-Shirt */
  name!: string;
  brand!: string | null;
  category!: string | null;
  department!: string | null;
  /** @example 24.99 */
  retail_price!: string;
  /** Pieces that are not sold. */
  stock!: number;
  /** Where the product is sent from. */
  warehouse!: string | null;
}

export class PopularProductDto extends ProductDto {
  /** Order items that were neither cancelled nor returned. */
  sold!: number;
  /** All order items. */
  order_items!: number;
}
