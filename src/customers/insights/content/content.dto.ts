import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import {
  CONTENT_LANGUAGES,
  CONTENT_TONES,
  CONTENT_TYPES,
  type ContentLanguage,
  type ContentTone,
  type ContentType,
} from '../../../llm/index.js';

/** A query or a body that says what to write. */
export class ContentWishes {
  @IsOptional()
  @IsIn(CONTENT_TYPES)
  @ApiPropertyOptional({ enum: CONTENT_TYPES, default: 'email' })
  type?: ContentType;

  @IsOptional()
  @IsIn(CONTENT_TONES)
  @ApiPropertyOptional({ enum: CONTENT_TONES, default: 'friendly' })
  tone?: ContentTone;

  @IsOptional()
  @IsIn(CONTENT_LANGUAGES)
  @ApiPropertyOptional({
    enum: CONTENT_LANGUAGES,
    default: 'en',
    description: 'Languages the wording is complete and correct in. Documents are quoted in English texts only.',
  })
  language?: ContentLanguage;

  /**
   * What it is to be about. Without it: what the customer's interactions are about.
   * @example pricing of the Team plan
   */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  @Matches(/^\p{L}[\p{L}\p{M}\p{N} '’&/()_,.+-]*$/u, { message: 'must be a few words: letters, digits and spaces' })
  about?: string;
}

export class GeneratedContentDto {
  @ApiProperty({ enum: CONTENT_TYPES })
  Content_type!: ContentType;
  /** The whole text, salutation and closing formula included; a subject stands beside it. */
  Content!: string;
}

export class ContentEvidenceDto {
  @ApiProperty({ enum: ['knowledge', 'customer'] })
  kind!: string;
  ref!: string;
}

export class ContentClaimDto {
  text!: string;
  @ApiProperty({ enum: ['price', 'percent', 'date', 'quantity', 'stock', 'order', 'policy', 'action'] })
  kind!: string;
  @ApiProperty({ enum: ['verified', 'contradicted', 'unsupported'] })
  verdict!: string;
  @ApiProperty({ type: ContentEvidenceDto, nullable: true })
  evidence!: ContentEvidenceDto | null;
}

export class ContentCitationDto {
  marker!: number;
  /** The sentence of the text that rests on the quote. */
  sentence!: string;
  document_id!: string;
  title!: string;
  source!: string;
  quote!: string;
  start!: number;
  end!: number;
}

/** An interaction the text was built on. */
export class UsedInteractionDto {
  interaction_id!: number;
  occurred_at!: string;
  channel!: string;
  @ApiProperty({ type: String, nullable: true })
  topic!: string | null;
  @ApiProperty({ type: String, nullable: true })
  sentiment!: string | null;
  /** 0 to 1, beside the best match. */
  relevance!: number;
  /** 1 for the newest, half of it for each half year before. */
  recency!: number;
}

export class ContentReviewReasonDto {
  @ApiProperty({ enum: ['adverse_event', 'contradiction', 'low_confidence'] })
  reason!: string;
  note!: string;
}

/** Whether a person has to read the text before it is sent. */
export class ContentReviewDto {
  required!: boolean;
  @ApiProperty({ type: [ContentReviewReasonDto] })
  reasons!: ContentReviewReasonDto[];
}

export class ContentModelDto {
  provider!: string;
  name!: string;
  prompt_version!: string;
  /** Another provider than the configured one answered. */
  degraded!: boolean;
  @ApiProperty({ type: String, nullable: true })
  degraded_reason!: string | null;
}

export class ContentUsageDto {
  input_tokens!: number;
  output_tokens!: number;
  /** null where the price is unknown. */
  @ApiProperty({ type: Number, nullable: true })
  cost_usd!: number | null;
}

export class SmsSizeDto {
  @ApiProperty({ enum: ['gsm-7', 'ucs-2'] })
  encoding!: string;
  /** Septets or 16-bit units. */
  units!: number;
  segments!: number;
}

/** A text to one customer, and everything it rests on. */
export class GenerateContentResponse {
  customer_id!: number;
  generated_content!: GeneratedContentDto;
  /** Only of an e-mail. */
  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;
  @ApiProperty({ enum: CONTENT_TONES })
  tone!: ContentTone;
  @ApiProperty({ enum: CONTENT_LANGUAGES })
  language!: ContentLanguage;
  @ApiProperty({ enum: ['name', 'occupation', 'nothing'] })
  addressed_by!: string;
  /** Most relevant and recent first. */
  interactions!: UsedInteractionDto[];
  claims!: ContentClaimDto[];
  citations!: ContentCitationDto[];
  /** The reasons of `review`, alone. */
  flags!: string[];
  review!: ContentReviewDto;
  @ApiProperty({ type: SmsSizeDto, nullable: true })
  sms!: SmsSizeDto | null;
  model!: ContentModelDto;
  usage!: ContentUsageDto;
  latency_ms!: number;
}
