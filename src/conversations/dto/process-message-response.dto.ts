import { ApiProperty } from '@nestjs/swagger';
import {
  ENTITY_TYPES,
  SALES_INTENTS,
  SHOP_INTENTS,
  type EntityType,
  type Intent,
  type ShopIntent,
} from '../../nlu/index.js';

/** The intents of both channels. */
export const ALL_INTENTS = [...new Set<Intent | ShopIntent>([...SALES_INTENTS, ...SHOP_INTENTS])];

export class EntityDto {
  @ApiProperty({ enum: ENTITY_TYPES })
  type!: EntityType;
  /** The normal form. */
  value!: string;
  /** The message from `start` to `end`. */
  text!: string;
  /** UTF-16 units from the start of the message. */
  start!: number;
  end!: number;
}

export class SentimentDto {
  @ApiProperty({ enum: ['positive', 'neutral', 'negative'] })
  label!: 'positive' | 'neutral' | 'negative';
  /** -1 to 1 */
  score!: number;
}

export class DetailedAnalysisDto {
  summary!: string;
  @ApiProperty({ enum: ALL_INTENTS })
  intent!: Intent | ShopIntent;
  intent_confidence!: number;
  @ApiProperty({ enum: ALL_INTENTS, isArray: true })
  secondary_intents!: (Intent | ShopIntent)[];
  entities!: EntityDto[];
  sentiment!: SentimentDto;
  key_points!: string[];
  action_required!: boolean;
  /** ISO 639-1, or `und`. */
  language!: string;
}

/** A verbatim quote: the document from `start` to `end`. */
export class CitationDto {
  /** Stands as `[marker]` in the text. */
  marker!: number;
  document_id!: string;
  title!: string;
  source!: string;
  quote!: string;
  start!: number;
  end!: number;
}

export class EvidenceDto {
  @ApiProperty({ enum: ['knowledge', 'customer', 'order', 'product', 'tool'] })
  kind!: string;
  ref!: string;
}

/** A figure or statement of the draft, settled against evidence. */
export class ClaimDto {
  text!: string;
  @ApiProperty({ enum: ['price', 'percent', 'date', 'quantity', 'stock', 'order', 'policy', 'action'] })
  kind!: string;
  @ApiProperty({ enum: ['verified', 'contradicted', 'unsupported'] })
  verdict!: string;
  @ApiProperty({ type: EvidenceDto, nullable: true })
  evidence!: EvidenceDto | null;
}

export class NextStepDto {
  @ApiProperty({ enum: ['UPDATE_CRM', 'SCHEDULE_FOLLOW_UP', 'FLAG_FOR_HUMAN_REVIEW', 'NO_ACTION'] })
  action!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  details!: Record<string, unknown>;
}

export class ToolUsageDto {
  tool!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  input!: Record<string, unknown>;
  output_summary!: string;
  @ApiProperty({ enum: ['ok', 'empty', 'error', 'denied'] })
  status!: string;
  duration_ms!: number;
}

export class ConfidenceBasisDto {
  /** Whether the score was fitted to golden cases. */
  calibrated!: boolean;
  /** How many. */
  samples!: number;
}

export class ModelDto {
  provider!: string;
  name!: string;
  prompt_version!: string;
  /** Another provider than the configured one answered. */
  degraded!: boolean;
  @ApiProperty({ type: String, nullable: true })
  degraded_reason!: string | null;
}

export class UsageDto {
  input_tokens!: number;
  output_tokens!: number;
  /** null where the price is unknown. */
  @ApiProperty({ type: Number, nullable: true })
  cost_usd!: number | null;
}

/** What was understood, the draft, and everything it rests on. */
export class ProcessMessageResponse {
  conversation_id!: string;
  /** The assistant's message. */
  message_id!: string;
  @ApiProperty({ enum: ['success', 'needs_clarification'] })
  status!: 'success' | 'needs_clarification';
  detailed_analysis!: DetailedAnalysisDto;
  suggested_response_draft!: string;
  citations!: CitationDto[];
  claims!: ClaimDto[];
  internal_next_steps!: NextStepDto[];
  tool_usage_log!: ToolUsageDto[];
  /** 0 to 1 */
  confidence_score!: number;
  confidence_basis!: ConfidenceBasisDto;
  /** Only with `?trace=true`. */
  reasoning_trace?: string[];
  model!: ModelDto;
  usage!: UsageDto;
  latency_ms!: number;
}
