import { ApiProperty } from '@nestjs/swagger';

export class InteractionDto {
  @ApiProperty({ type: 'integer' })
  interaction_id!: number;
  @ApiProperty({ type: 'integer', example: 1_000_000_001 })
  customer_id!: number;
  @ApiProperty({ format: 'date-time' })
  occurred_at!: string;
  /** @example Email */
  channel!: string;
  @ApiProperty({ type: String, nullable: true })
  topic!: string | null;
  @ApiProperty({ type: String, nullable: true })
  sentiment!: string | null;
  /** From a file, or from a turn of the assistant. */
  @ApiProperty({ enum: ['import', 'assistant'] })
  source!: string;
  /** The assistant's message, for a turn. */
  @ApiProperty({ type: String, nullable: true })
  message_id!: string | null;
}
