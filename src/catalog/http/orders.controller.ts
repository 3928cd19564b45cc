import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiPage, CurrentCaller, type Caller } from '../../platform/index.js';
import { type Page } from '../../shared/cursor-page.js';
import { OrderDetailsDto, OrderDto, OrderListQuery, OrderQuery } from './order.dto.js';
import { OrderService } from './order.service.js';

@ApiTags('shop')
@Controller()
export class OrdersController {
  constructor(private readonly orders: OrderService) {}

  /** One order with its items. */
  @Get('orders/:id')
  @ApiParam({ name: 'id', description: 'The order id.', example: 12345 })
  get(@Param('id') id: string, @Query() query: OrderQuery, @CurrentCaller() caller: Caller): Promise<OrderDetailsDto> {
    return this.orders.get(id, query.user_id, caller);
  }

  /** A shop user's orders, newest first. */
  @Get('users/:id/orders')
  @ApiParam({ name: 'id', description: 'The user, by the id the shop knows them by.', example: '39' })
  @ApiPage(OrderDto)
  listOfUser(
    @Param('id') userId: string,
    @Query() query: OrderListQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<OrderDto>> {
    return this.orders.list(userId, query, caller);
  }
}
