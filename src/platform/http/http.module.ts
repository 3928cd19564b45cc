import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyKeyRow } from './idempotency-key.entity.js';
import { IdempotencyService } from './idempotency.service.js';

/** What routes share besides conventions: answers kept under idempotency keys. */
@Module({
  imports: [TypeOrmModule.forFeature([IdempotencyKeyRow])],
  providers: [IdempotencyService],
  exports: [IdempotencyService],
})
export class HttpModule {}
