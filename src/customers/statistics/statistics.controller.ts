import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { CollectionWide } from '../../platform/index.js';
import { RowCounts } from './row-counts.js';
import { InteractionsPerProductQuery, InteractionsPerProductResponse, RowCountResponse } from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';

@ApiTags('statistics')
@Controller()
@CollectionWide()
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly rowCounts: RowCounts,
  ) {}

  /** Counts the rows of a table. */
  @Get('stats/:table')
  @ApiParam({ name: 'table', description: 'customers, interactions, product_months, …', example: 'customers' })
  async countRows(@Param('table') table: string): Promise<RowCountResponse> {
    return { message: 'Number of Rows', rows: await this.rowCounts.count(table) };
  }

  /** Interactions by product and customer type. */
  @Get('interactions-per-product')
  interactionsPerProduct(@Query() query: InteractionsPerProductQuery): Promise<InteractionsPerProductResponse> {
    return this.statistics.interactionsPerProduct(query);
  }
}
