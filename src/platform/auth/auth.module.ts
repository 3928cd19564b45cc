import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { ApiKeyService } from './api-key.service.js';
import { AuthGuard } from './auth.guard.js';
import { KeyController } from './key.controller.js';
import { RateLimitGuard } from './rate-limit.guard.js';

/** Who may ask, and how often. Both guards are global; the second counts by the caller the first has found. */
@Module({
  imports: [TypeOrmModule.forFeature([ApiKey])],
  controllers: [KeyController],
  providers: [
    ApiKeyRepository,
    ApiKeyService,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
  ],
  exports: [ApiKeyService],
})
export class AuthModule {}
