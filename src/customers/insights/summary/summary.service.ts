import { Injectable } from '@nestjs/common';
import { ProblemError, type Caller } from '../../../platform/index.js';
import { readCustomerId } from '../../read-customer-id.js';
import { type SummarizedInteractionsResponse } from './summary.dto.js';
import { SummaryRepository } from './summary.repository.js';
import { writeSummary } from './write-summary.js';

/** What a customer's interactions come to. */
@Injectable()
export class SummaryService {
  constructor(private readonly summaries: SummaryRepository) {}

  /** @throws ProblemError `customer_not_found` */
  async summarise(id: string, caller: Caller): Promise<SummarizedInteractionsResponse> {
    const customerId = readCustomerId(id, caller);
    const found = await this.summaries.find(customerId);
    if (found === undefined) throw new ProblemError('customer_not_found', 'No customer has this id.');
    const { figures, subject } = found;
    return {
      customer_id: customerId,
      summary: {
        total_interactions: figures.total,
        most_frequent_channel: figures.channels[0]?.name ?? null,
        last_interaction: figures.last,
        key_topics: figures.topics.map(({ name }) => name),
        summary_text: writeSummary(figures, subject),
        figures: {
          first_date: figures.first,
          channels: figures.channels,
          topics: figures.topics,
          sentiments: figures.sentiments,
          without_topic: figures.withoutTopic,
          without_sentiment: figures.withoutSentiment,
        },
      },
      query: 'insights.customer_summary',
    };
  }
}
