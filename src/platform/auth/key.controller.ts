import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { type Page } from '../../shared/cursor-page.js';
import { ApiPage } from '../http/api-page.js';
import { PageQuery } from '../http/page-query.dto.js';
import { ApiKeyService } from './api-key.service.js';
import { CreatedKeyResponse, CreateKeyRequest, KeyResponse, toKeyResponse } from './key.dto.js';
import { RequireScope } from './require-scope.js';

/** API keys. No idempotency here: a stored answer would keep the secret. */
@ApiTags('keys')
@Controller('keys')
@RequireScope('admin')
export class KeyController {
  constructor(private readonly keys: ApiKeyService) {}

  /** Lists the keys, oldest first, revoked ones too. */
  @Get()
  @ApiPage(KeyResponse)
  async list(@Query() query: PageQuery): Promise<Page<ReturnType<typeof toKeyResponse>>> {
    const { data, page } = await this.keys.list(query.limit, query.cursor);
    return { data: data.map(toKeyResponse), page };
  }

  /** Makes a key; its text is in this answer and nowhere else. */
  @Post()
  @ApiCreatedResponse({ type: CreatedKeyResponse })
  async create(@Body() body: CreateKeyRequest): Promise<ReturnType<typeof toKeyResponse> & { key: string }> {
    const { key, record } = await this.keys.create({
      name: body.name,
      scopes: body.scopes,
      userId: body.user_id ?? null,
    });
    return { ...toKeyResponse(record), key };
  }

  /** Revokes a key at once. */
  @Delete(':id')
  @HttpCode(204)
  async revoke(@Param('id') id: string): Promise<void> {
    await this.keys.revoke(id);
  }
}
