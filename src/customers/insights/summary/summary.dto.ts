import { ApiProperty } from '@nestjs/swagger';

export class LastInteractionDto {
  /**
   * The day, UTC.
   * @example 2020-03-05
   */
  date!: string;
  channel!: string;
  @ApiProperty({ type: String, nullable: true })
  topic!: string | null;
  @ApiProperty({ type: String, nullable: true })
  sentiment!: string | null;
}

export class CountDto {
  name!: string;
  interactions!: number;
}

/** What the text's numbers are. */
export class SummaryFiguresDto {
  /** The day of the first interaction. */
  @ApiProperty({ type: String, nullable: true })
  first_date!: string | null;
  channels!: CountDto[];
  topics!: CountDto[];
  sentiments!: CountDto[];
  without_topic!: number;
  without_sentiment!: number;
}

export class CustomerSummaryDto {
  total_interactions!: number;
  /** On a tie the one used last. */
  @ApiProperty({ type: String, nullable: true })
  most_frequent_channel!: string | null;
  @ApiProperty({ type: LastInteractionDto, nullable: true })
  last_interaction!: LastInteractionDto | null;
  /** By count, then A-Z. */
  key_topics!: string[];
  /** States no number that is not among these figures. */
  summary_text!: string;
  figures!: SummaryFiguresDto;
}

export class SummarizedInteractionsResponse {
  @ApiProperty({ type: 'integer' })
  customer_id!: number;
  summary!: CustomerSummaryDto;
  /** @example insights.customer_summary */
  query!: string;
}
