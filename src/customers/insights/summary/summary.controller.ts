import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, type Caller } from '../../../platform/index.js';
import { SummarizedInteractionsResponse } from './summary.dto.js';
import { SummaryService } from './summary.service.js';

@ApiTags('customers')
@Controller('summarized_interactions')
export class SummaryController {
  constructor(private readonly summaries: SummaryService) {}

  /** Sums up a customer's interactions. */
  @Get(':customer_id')
  @ApiParam({ name: 'customer_id', description: 'The customer id.', example: 1_000_000_001 })
  summarise(
    @Param('customer_id') customerId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<SummarizedInteractionsResponse> {
    return this.summaries.summarise(customerId, caller);
  }
}
