import { Inject, Injectable } from '@nestjs/common';
import {
  costOfTokens,
  estimateTokens,
  LLM_PROVIDER,
  type LlmProvider,
  renderCustomerContent,
} from '../../../../llm/index.js';
import { ContentReader } from '../write/content-reader.service.js';
import { type BatchRequest } from './batch-order.js';
import { BatchRecipientRepository, type HeldBack, type RecipientCounts } from './batch-recipient.repository.js';
import {
  type ContentBatchPreview,
  type ContentEstimateDto,
  type CreateContentBatchRequest,
  type HeldBackDto,
} from './content-batch.dto.js';
import { toOrder } from './content-batch.service.js';

const SAMPLE = 10;
/** Texts seldom use up what they are allowed. */
const SHARE_OF_OUTPUT = 0.4;

/** What a batch would do and cost, without doing it. */
@Injectable()
export class PreviewBatchService {
  constructor(
    private readonly recipients: BatchRecipientRepository,
    private readonly reader: ContentReader,
    @Inject(LLM_PROVIDER) private readonly model: LlmProvider,
  ) {}

  async preview(body: CreateContentBatchRequest): Promise<ContentBatchPreview> {
    const { request, filter } = toOrder(body);
    const { counts, heldBack } = await this.recipients.preview(filter, request);
    const suppressed = toSuppressed(counts, heldBack);
    const written = counts.matched - counts.optedOut - counts.noAddress;
    const sample = await this.recipients.listSample(filter, request, SAMPLE);
    const prompts = await this.measurePrompts(sample, request);
    return {
      dry_run: true,
      matched: counts.matched,
      recipients: written - counts.needsReview,
      without_address: counts.withoutAddress,
      suppressed,
      estimate: this.estimate(written, prompts),
    };
  }

  private async measurePrompts(
    sample: Awaited<ReturnType<BatchRecipientRepository['listSample']>>,
    request: BatchRequest,
  ): Promise<{ input: number; output: number }[]> {
    if (this.isFree) return [];
    const found = await this.reader.readInteractions(
      sample.map(({ customerId }) => customerId),
      request,
    );
    return Promise.all(
      sample.map(async (recipient) => {
        const { material } = await this.reader.prepare(recipient, found.get(recipient.customerId) ?? [], request);
        const { messages, maxOutputTokens } = renderCustomerContent(material.facts);
        const input = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
        return { input, output: maxOutputTokens * SHARE_OF_OUTPUT };
      }),
    );
  }

  private get isFree(): boolean {
    return this.model.name === 'offline';
  }

  private estimate(calls: number, prompts: readonly { input: number; output: number }[]): ContentEstimateDto {
    const mean = (part: 'input' | 'output'): number =>
      prompts.length === 0 ? 0 : prompts.reduce((sum, prompt) => sum + prompt[part], 0) / prompts.length;
    const inputTokens = Math.round(mean('input') * calls);
    const outputTokens = Math.round(mean('output') * calls);
    return {
      provider: this.model.name,
      model: this.model.model,
      calls,
      sample: prompts.length,
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      cost_usd: this.isFree ? 0 : costOfTokens(this.model.model, { inputTokens, outputTokens }),
    };
  }
}

function toSuppressed(counts: RecipientCounts, heldBack: readonly HeldBack[]): HeldBackDto[] {
  const all = [
    { reason: 'opted_out', count: counts.optedOut, outcome: 'suppressed' },
    { reason: 'no_address', count: counts.noAddress, outcome: 'suppressed' },
    { reason: 'adverse_event', count: counts.needsReview, outcome: 'needs_review' },
  ];
  return all
    .filter(({ count }) => count > 0)
    .map((one) => ({
      ...one,
      customer_ids: heldBack.filter(({ reason }) => reason === one.reason).map(({ customerId }) => customerId),
    }));
}
