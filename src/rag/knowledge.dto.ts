import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** A turn before the question, oldest first. */
export class KnowledgeTurnDto {
  /**
   * Who said it: `prospect`, `user`, `customer`, `lead`, `client` or `human` for the one who asks, anything else for our side.
   * @example prospect
   */
  @IsString()
  @Length(1, 64)
  sender!: string;

  /** @example Does the Team plan include the API? */
  @IsString()
  @MaxLength(100_000)
  content!: string;

  /** @example 2026-11-20T09:00:00.000Z */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  timestamp?: string;
}

export const SEARCH_MODES = ['hybrid', 'keyword', 'vector'] as const;
export type SearchMode = (typeof SEARCH_MODES)[number];
export const VERDICTS = ['answerable', 'partial', 'unanswerable'] as const;

export class SearchKnowledgeRequest {
  /**
   * The question, with at least one character that is no white space.
   * @example How much is the enterprise plan for 50 seats?
   */
  @IsString()
  @Length(1, 4000)
  @Matches(/\S/, { message: 'query must not be blank' })
  query!: string;

  /** Earlier turns, oldest first; they help with short follow-ups. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => KnowledgeTurnDto)
  conversation_history?: KnowledgeTurnDto[];

  /**
   * Passages to return.
   * @example 5
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 5;

  /** How to search: by words, by likeness of the text, or both fused. */
  @IsOptional()
  @IsIn(SEARCH_MODES)
  @ApiPropertyOptional({ enum: SEARCH_MODES })
  mode: SearchMode = 'hybrid';
}

export class PassageRanksDto {
  /** 1-based rank by words; null where words did not find it. */
  keyword!: number | null;

  /** 1-based rank by likeness; null where likeness did not find it. */
  vector!: number | null;
}

export class KnowledgePassageDto {
  chunk_id!: string;
  document_id!: string;
  external_id!: string | null;
  /** @example Plans and prices */
  title!: string;
  /** Headings above the passage, outermost first. */
  heading!: string;
  /** @example pricing.md */
  source!: string;
  /** The document's content from `start` to `end`. */
  text!: string;
  start!: number;
  end!: number;
  /** Fused score; only the order within one search means anything. */
  score!: number;
  ranks!: PassageRanksDto;
}

export class AnswerableDto {
  /** Share of what was asked about that the passages cover, 0..1. */
  score!: number;
  @ApiProperty({ enum: VERDICTS })
  verdict!: (typeof VERDICTS)[number];
}

export class SearchKnowledgeResponse {
  results!: KnowledgePassageDto[];
  answerable!: AnswerableDto;
  /** @example 2.4 */
  took_ms!: number;
}

export class KnowledgeDocumentResponse {
  document_id!: string;
  external_id!: string | null;
  /** @example Plans and prices */
  title!: string;
  /** @example pricing.md */
  source!: string;
  /** What the document was given along. */
  metadata!: Record<string, unknown>;
  /** Passages the document was split into. */
  chunks!: number;
  created_at!: string;
  updated_at!: string;
}

export class KnowledgeDocumentContentResponse extends KnowledgeDocumentResponse {
  /** The text that passages and citations count their offsets in (UTF-16 units). */
  content!: string;
}
