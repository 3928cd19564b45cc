import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import {
  ApiPage,
  CollectionWide,
  CurrentCaller,
  IdempotencyKey,
  PageQuery,
  writeAnswer,
  type Caller,
  type IdempotencyRequest,
} from '../../platform/index.js';
import { type Page } from '../../shared/cursor-page.js';
import { InteractionDto } from '../interactions/interaction.dto.js';
import { InteractionService } from '../interactions/interaction.service.js';
import {
  CreateCustomerRequest,
  CustomerDto,
  CustomerFilterQuery,
  CustomerListQuery,
  PatchCustomerRequest,
} from './customer.dto.js';
import { CustomerService } from './customer.service.js';
import { toETag } from './etag.js';

const EXAMPLE_ID = 1_000_000_001;

@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomerService,
    private readonly interactions: InteractionService,
  ) {}

  /** Lists customers by id, filtered. */
  @Get()
  @CollectionWide()
  @ApiPage(CustomerDto)
  list(@Query() query: CustomerListQuery): Promise<Page<CustomerDto>> {
    return this.customers.list(query);
  }

  /** The filtered list as CSV, whole. No cell can act as a formula of a spreadsheet. */
  @Get('export.csv')
  @CollectionWide()
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(@Query() query: CustomerFilterQuery, @Res() reply: FastifyReply): Promise<void> {
    const lines = await this.customers.export(query);
    await reply
      .header('Content-Type', 'text/csv; charset=utf-8; header=present')
      .header('Content-Disposition', 'attachment; filename="customers.csv"')
      .header('Cache-Control', 'no-store')
      .send(Readable.from(lines));
  }

  /** Stores a new customer under an id made here. */
  @Post()
  @ApiCreatedResponse({ type: CustomerDto })
  async create(
    @Body() body: CreateCustomerRequest,
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerDto> {
    const customer = writeAnswer(reply, await this.customers.create(body, caller, idempotency));
    void reply.header('Location', `/api/v1/customers/${customer.customer_id}`);
    return withETag(reply, customer);
  }

  /** One customer. */
  @Get(':id')
  @ApiParam({ name: 'id', description: 'The customer id.', example: EXAMPLE_ID })
  async get(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerDto> {
    return withETag(reply, await this.customers.get(id, caller));
  }

  /** Changes a customer that nobody else changed since it was read. */
  @Patch(':id')
  @ApiParam({ name: 'id', description: 'The customer id.', example: EXAMPLE_ID })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the version that was read.' })
  @ApiOkResponse({ type: CustomerDto })
  async patch(
    @Param('id') id: string,
    @Body() body: PatchCustomerRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerDto> {
    return withETag(reply, await this.customers.patch(id, body, ifMatch, caller));
  }

  /** Deletes a customer with their interactions; conversations stay, without their customer. */
  @Delete(':id')
  @HttpCode(204)
  @ApiParam({ name: 'id', description: 'The customer id.' })
  delete(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.customers.delete(id, caller);
  }

  /** A customer's interactions, newest first. */
  @Get(':id/interactions')
  @ApiParam({ name: 'id', description: 'The customer id.', example: EXAMPLE_ID })
  @ApiPage(InteractionDto)
  listInteractions(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<InteractionDto>> {
    return this.interactions.list(id, query, caller);
  }
}

function withETag(reply: FastifyReply, customer: CustomerDto): CustomerDto {
  void reply.header('ETag', toETag(customer.version));
  return customer;
}
