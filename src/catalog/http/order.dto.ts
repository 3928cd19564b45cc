import { IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '../../platform/index.js';

/** Who asks, where the key does not say. */
export class OrderQuery {
  /**
   * The shop's id of the user who asks: somebody else's order is then not there. A bound key asks for its own user.
   * @example 39
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  user_id?: string;
}

export class OrderListQuery extends PageQuery {
  /**
   * Orders of this status only.
   * @example Shipped
   */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  status?: string;
}

export class OrderDto {
  order_id!: number;
  user_id!: string;
  /** @example Shipped */
  status!: string;
  created_at!: string;
  shipped_at!: string | null;
  delivered_at!: string | null;
  returned_at!: string | null;
  item_count!: number;
  /**
   * Sum of the sale prices, rounded once.
   * @example 74.98
   */
  total!: string;
}

export class OrderItemDto {
  order_item_id!: number;
  product_id!: number;
  name!: string;
  brand!: string | null;
  category!: string | null;
  status!: string;
  /** @example 24.99 */
  sale_price!: string;
}

export class OrderDetailsDto extends OrderDto {
  items!: OrderItemDto[];
}
