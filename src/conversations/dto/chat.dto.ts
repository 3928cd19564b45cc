import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { type Intent, type ShopIntent } from '../../nlu/index.js';
import { IsIdentifier, IsMessageText } from './message-text.js';
import {
  ALL_INTENTS,
  CitationDto,
  ClaimDto,
  EntityDto,
  ModelDto,
  ToolUsageDto,
  UsageDto,
} from './process-message-response.dto.js';

/** One message of a customer of the shop. */
export class ChatRequest {
  /** @example "What are the top 5 most sold products?" */
  @IsMessageText()
  message!: string;

  /** The shop's id of the user. Without one, products are answered for, orders are not. */
  @ApiPropertyOptional({ oneOf: [{ type: 'string' }, { type: 'integer' }] })
  @IsOptional()
  @IsIdentifier()
  user_id?: string;

  /** Continues a stored conversation. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  conversation_id?: string;
}

/** A record or figure the text states, with the name of the query it comes from. */
export class FactDto {
  /** `order`, `order_items`, `orders`, `stock`, `products`, `sales_ranking`, `alternatives`, … */
  kind!: string;
  /** @example "orders.status" */
  query!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
}

/** The answer, and everything it rests on. */
export class ChatResponse {
  response!: string;
  conversation_id!: string;
  /** The assistant's message. */
  message_id!: string;
  @ApiProperty({ type: String, nullable: true })
  user_id!: string | null;
  /** RFC 3339 */
  timestamp!: string;
  @ApiProperty({ enum: ['success', 'needs_clarification'] })
  status!: 'success' | 'needs_clarification';
  @ApiProperty({ enum: ALL_INTENTS })
  intent!: Intent | ShopIntent;
  /** Of the intent, 0 to 1. */
  confidence!: number;
  entities!: EntityDto[];
  needs_clarification!: boolean;
  @ApiProperty({ type: String, nullable: true })
  clarifying_question!: string | null;
  facts!: FactDto[];
  citations!: CitationDto[];
  claims!: ClaimDto[];
  tool_usage_log!: ToolUsageDto[];
  model!: ModelDto;
  usage!: UsageDto;
  latency_ms!: number;
}
