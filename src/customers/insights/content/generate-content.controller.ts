import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../../../platform/index.js';
import { ContentWishes, GenerateContentResponse } from './content.dto.js';
import { GenerateContentService } from './generate-content.service.js';

@ApiTags('customers')
@Controller('generate-content')
export class GenerateContentController {
  constructor(private readonly content: GenerateContentService) {}

  /** Writes to one customer, from their interactions and the knowledge base. */
  @Get(':customer_id')
  @ApiOperation({
    description:
      'States nothing the records or the documents do not say; gives no medical advice. `review` tells why a person has to read the text first. 409 `customer_opted_out` for those who do not want to be contacted.',
  })
  @ApiParam({ name: 'customer_id', description: 'The customer id.', example: 1_000_000_001 })
  @ApiOkResponse({ type: GenerateContentResponse })
  generate(
    @Param('customer_id') customerId: string,
    @Query() wishes: ContentWishes,
    @CurrentCaller() caller: Caller,
  ): Promise<GenerateContentResponse> {
    return this.content.generate(customerId, wishes, caller);
  }
}
