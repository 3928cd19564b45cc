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
  @Get(':id')
  @ApiOperation({
    description:
      'States nothing the records or the documents do not say; gives no medical advice. `review` tells why a person has to read the text first. 409 `customer_opted_out` for those who do not want to be contacted.',
  })
  @ApiParam({ name: 'id', description: 'The customer.', schema: { type: 'integer' }, example: 1000000001 })
  @ApiOkResponse({ type: GenerateContentResponse })
  generate(
    @Param('id') customerId: string,
    @Query() wishes: ContentWishes,
    @CurrentCaller() caller: Caller,
  ): Promise<GenerateContentResponse> {
    return this.content.generate(customerId, wishes, caller);
  }
}
