import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsIdentifier, IsMessageText } from './message-text.js';

const MAX_HISTORY = 20_000;

/** One earlier message, brought along as context. */
export class HistoryMessageDto {
  /**
   * Who wrote it: `prospect`, `user`, `customer`, `lead`, `client` or `human` for the prospect's side, anything else for ours.
   * @example "prospect"
   */
  @IsString()
  @MaxLength(100)
  sender!: string;

  /** @example "We are comparing three vendors." */
  @IsString()
  content!: string;

  /**
   * RFC 3339
   * @example "2026-11-20T09:00:00.000Z"
   */
  @IsOptional()
  @IsISO8601({ strict: true })
  timestamp?: string;
}

/** The prospect's message together with its sender. */
export class ProspectMessageDto {
  /** @example "prospect" */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sender?: string;

  /** @example "How much is the enterprise plan for 50 seats?" */
  @IsMessageText()
  content!: string;

  /**
   * RFC 3339
   * @example "2026-11-20T09:00:00.000Z"
   */
  @IsOptional()
  @IsISO8601({ strict: true })
  timestamp?: string;
}

/** One message of a prospect, to be understood and answered. */
export class ProcessMessageRequest {
  /** Earlier messages, oldest first. Context only, never stored. Not together with `conversation_id`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_HISTORY)
  @ValidateNested({ each: true })
  @Type(() => HistoryMessageDto)
  conversation_history?: HistoryMessageDto[];

  /** The message, as text or with its sender. */
  @ApiProperty({
    oneOf: [{ type: 'string' }, { $ref: getSchemaPath(ProspectMessageDto) }],
    example: 'How much is the enterprise plan for 50 seats?',
  })
  @Transform(({ value }: { value: unknown }) => asProspectMessage(value))
  @IsObject({ message: '$property must be a string or an object with content' })
  @ValidateNested()
  current_prospect_message!: ProspectMessageDto;

  /** Customer id, or the prospect's id in another system. */
  @ApiPropertyOptional({ oneOf: [{ type: 'string' }, { type: 'integer' }], example: 'prospect_101' })
  @IsOptional()
  @IsIdentifier()
  prospect_id?: string;

  /** Continues a stored conversation. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  conversation_id?: string;
}

/** Both forms of the message become one; whatever is neither is left for the rules to refuse. */
function asProspectMessage(value: unknown): unknown {
  if (typeof value === 'string') return plainToInstance(ProspectMessageDto, { content: value });
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? plainToInstance(ProspectMessageDto, value) : value;
}
