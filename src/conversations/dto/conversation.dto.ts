import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/index.js';
import { MAX_MESSAGE_LENGTH } from './message-text.js';
import { EntityDto, SentimentDto } from './process-message-response.dto.js';

export class ConversationDto {
  conversation_id!: string;
  @ApiProperty({ type: String, nullable: true })
  user_id!: string | null;
  /** The beginning of the first message. */
  title!: string;
  @ApiProperty({ enum: ['sales', 'shop'] })
  channel!: string;
  is_active!: boolean;
  message_count!: number;
  @ApiProperty({ type: String, nullable: true })
  last_message_preview!: string | null;
  @ApiProperty({ format: 'date-time' })
  created_at!: string;
  @ApiProperty({ format: 'date-time' })
  updated_at!: string;
}

export class MessageDto {
  message_id!: string;
  /** From 1, without gaps. */
  seq!: number;
  @ApiProperty({ enum: ['user', 'assistant'] })
  role!: string;
  @ApiProperty({ type: String, nullable: true })
  sender!: string | null;
  content!: string;
  @ApiProperty({ type: String, nullable: true })
  intent!: string | null;
  /** Of the intent (user) or of the draft (assistant), 0 to 1. */
  @ApiProperty({ type: Number, nullable: true })
  confidence!: number | null;
  @ApiProperty({ type: EntityDto, isArray: true })
  entities!: unknown[];
  @ApiProperty({ type: SentimentDto, nullable: true })
  sentiment!: { label: string; score: number } | null;
  @ApiProperty({ enum: ['complete', 'running', 'aborted', 'failed'] })
  status!: string;
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  citations!: unknown[];
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  claims!: unknown[];
  @ApiProperty({ format: 'date-time' })
  created_at!: string;
}

export class PageInfoDto {
  limit!: number;
  @ApiProperty({ type: String, nullable: true })
  next_cursor!: string | null;
  has_more!: boolean;
}

export class HistoryResponse {
  conversation_id!: string;
  @ApiProperty({ type: String, nullable: true })
  user_id!: string | null;
  title!: string;
  is_active!: boolean;
  data!: MessageDto[];
  page!: PageInfoDto;
}

export class HistoryQuery extends PageQuery {
  /** `asc`: oldest first. */
  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'asc' })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  order: 'asc' | 'desc' = 'asc';
}

export class ClosedConversationResponse {
  conversation_id!: string;
  is_active!: false;
}

export class FeedbackRequest {
  /** @example "up" */
  @IsIn(['up', 'down'])
  rating!: 'up' | 'down';

  /**
   * What became of the draft.
   * @example "modified"
   */
  @IsOptional()
  @IsIn(['accepted', 'modified', 'declined'])
  outcome?: 'accepted' | 'modified' | 'declined';

  /** What was sent in the end. */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_MESSAGE_LENGTH)
  final_text?: string;

  /** @example "Right, but too long." */
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  comment?: string;
}

export class FeedbackResponse {
  feedback_id!: string;
  message_id!: string;
  @ApiProperty({ enum: ['up', 'down'] })
  rating!: string;
  @ApiProperty({ enum: ['accepted', 'modified', 'declined'], nullable: true })
  outcome!: string | null;
  @ApiProperty({ format: 'date-time' })
  created_at!: string;
}
