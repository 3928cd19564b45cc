import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../../../platform/index.js';
import {
  ContentCitationDto,
  ContentClaimDto,
  ContentModelDto,
  ContentReviewDto,
  ContentUsageDto,
  ContentWishes,
  SmsSizeDto,
} from '../content.dto.js';
import { BATCH_STATUSES, type BatchStatus, ITEM_STATUSES, type ItemStatus } from './content-batch.entity.js';

/** Which customers. What is left out restricts nothing. */
export class CustomerFilterDto {
  /** `Unknown`: those without a type. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  customer_type?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  occupation?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  stage?: string;

  /** Had an interaction of this channel; together with topic and sentiment: one that is all of it. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  channel?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  topic?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  sentiment?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(Number.MAX_SAFE_INTEGER, { each: true })
  customer_ids?: number[];
}

export class CreateContentBatchRequest extends ContentWishes {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CustomerFilterDto)
  @ApiPropertyOptional({ type: CustomerFilterDto })
  filter?: CustomerFilterDto;

  /** Leave out who has no e-mail address (or, for an SMS or a call, no number). Otherwise a text is written all the same. */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ default: false })
  require_address?: boolean;

  /** Only tell what would be done. */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ default: false })
  dry_run?: boolean;
}

export class ContentBatchProgressDto {
  total!: number;
  processed!: number;
  ready!: number;
  needs_review!: number;
  suppressed!: number;
  failed!: number;
  /** 0 to 1 */
  share!: number;
  @ApiProperty({ type: Number, nullable: true })
  customers_per_second!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  remaining_seconds!: number | null;
}

export class SuppressedCountDto {
  @ApiProperty({ enum: ['opted_out', 'no_address', 'adverse_event'] })
  reason!: string;
  count!: number;
}

export class ContentBatchResponse {
  batch_id!: string;
  @ApiProperty({ enum: BATCH_STATUSES })
  status!: BatchStatus;
  type!: string;
  tone!: string;
  language!: string;
  @ApiProperty({ type: String, nullable: true })
  about!: string | null;
  filter!: CustomerFilterDto;
  require_address!: boolean;
  progress!: ContentBatchProgressDto;
  @ApiProperty({ type: [SuppressedCountDto] })
  suppressed!: SuppressedCountDto[];
  /** Texts another model than the configured one wrote. */
  degraded!: number;
  usage!: ContentUsageDto;
  created_at!: string;
  @ApiProperty({ type: String, nullable: true })
  started_at!: string | null;
  @ApiProperty({ type: String, nullable: true })
  finished_at!: string | null;
}

export class AcceptedContentBatchResponse {
  batch_id!: string;
  @ApiProperty({ enum: BATCH_STATUSES })
  status!: BatchStatus;
  total!: number;
}

export class HeldBackDto extends SuppressedCountDto {
  /** `needs_review`: a text is written, and kept back until a person has read it. */
  @ApiProperty({ enum: ['suppressed', 'needs_review'] })
  outcome!: string;
  /** The first of them. */
  @ApiProperty({ type: [Number] })
  customer_ids!: number[];
}

export class ContentEstimateDto extends ContentUsageDto {
  provider!: string;
  model!: string;
  /** Requests to the model. */
  calls!: number;
  /** How many customers the estimate was made from. */
  sample!: number;
}

/** What a batch would do. */
export class ContentBatchPreview {
  @ApiProperty({ enum: [true] })
  dry_run!: true;
  /** Customers the filter meets. */
  matched!: number;
  /** Who would have a text that needs nobody's eye first. */
  recipients!: number;
  without_address!: number;
  @ApiProperty({ type: [HeldBackDto] })
  suppressed!: HeldBackDto[];
  estimate!: ContentEstimateDto;
}

export class ContentBatchItemDto {
  customer_id!: number;
  @ApiProperty({ enum: ITEM_STATUSES })
  status!: ItemStatus;
  /** Why it is not ready. */
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  @ApiProperty({ type: String, nullable: true })
  content!: string | null;
  @ApiProperty({ type: [ContentClaimDto] })
  claims!: ContentClaimDto[];
  @ApiProperty({ type: [ContentCitationDto] })
  citations!: ContentCitationDto[];
  @ApiProperty({ type: ContentReviewDto, nullable: true })
  review!: ContentReviewDto | null;
  @ApiProperty({ type: SmsSizeDto, nullable: true })
  sms!: SmsSizeDto | null;
  @ApiProperty({ type: ContentModelDto, nullable: true })
  model!: ContentModelDto | null;
  created_at!: string;
}

class ItemStatusQuery {
  @IsOptional()
  @IsIn(ITEM_STATUSES)
  @ApiPropertyOptional({ enum: ITEM_STATUSES })
  status?: ItemStatus;
}

export class ContentBatchItemsQuery extends IntersectionType(PageQuery, ItemStatusQuery) {}

const EXPORTED = ['ready', 'needs_review', 'all'] as const;

export class ContentExportQuery {
  /** What waits for a person, and who got nothing, is left out unless it is asked for. */
  @IsOptional()
  @IsIn(EXPORTED)
  @ApiPropertyOptional({ enum: EXPORTED, default: 'ready' })
  status?: (typeof EXPORTED)[number];
}
