import { Inject, Injectable } from '@nestjs/common';
import {
  CUSTOMER_CONTENT_PROMPT_VERSION,
  LLM_PROVIDER,
  type LlmProvider,
  type LlmResult,
  type LlmUsage,
  renderCustomerContent,
  sumUsage,
} from '../../../../llm/index.js';
import { ProblemError } from '../../../../platform/index.js';
import { type Claim } from '../../../../rag/index.js';
import { type SmsSize } from '../../../../shared/measure-sms.js';
import { type ContentCitation, settleContent, type SettledContent } from '../draft/settle-content.js';
import { assembleContent, toSmsSalutation } from './assemble-content.js';
import { type ContentMaterial } from './gather-facts.js';
import { type ContentReview, listReviews } from './list-reviews.js';

/** A checked text with everything it rests on. */
export interface WrittenContent {
  subject: string | null;
  content: string;
  sms: SmsSize | null;
  claims: Claim[];
  citations: ContentCitation[];
  reviews: ContentReview[];
  model: { provider: string; name: string; promptVersion: string; degraded: boolean; degradedReason: string | null };
  usage: LlmUsage;
}

interface Attempt {
  settled: SettledContent;
  result: LlmResult;
}

/** Lets the model write one text and holds it against its evidence. Reads and stores nothing. */
@Injectable()
export class ContentWriter {
  constructor(@Inject(LLM_PROVIDER) private readonly model: LlmProvider) {}

  /**
   * A text of which nothing could stand is asked for once more, of the last link of the model's chain.
   * @throws LlmError when no backend can answer, ProblemError `provider_unavailable` when none writes what can stand
   */
  async write(material: ContentMaterial, signal: AbortSignal): Promise<WrittenContent> {
    const first = await this.attempt(material, false, signal);
    const isEmpty = first.settled.body === '';
    const last = isEmpty ? await this.attempt(material, true, signal) : first;
    if (last.settled.body === '') {
      throw new ProblemError('provider_unavailable', 'The model wrote nothing that the records support.', {
        retryAfterSeconds: 5,
      });
    }
    const results = isEmpty ? [first.result, last.result] : [first.result];
    return {
      subject: last.settled.subject,
      ...assembleContent(material.facts.type, last.settled.body, material.frame),
      claims: last.settled.claims,
      citations: last.settled.citations,
      reviews: listReviews(material.facts, last.settled.dropped, last.result),
      model: {
        provider: last.result.provider,
        name: last.result.model,
        promptVersion: CUSTOMER_CONTENT_PROMPT_VERSION,
        degraded: isEmpty || last.result.degraded,
        degradedReason: isEmpty ? 'unsupported_output' : last.result.degradedReason,
      },
      usage: sumUsage(results.map(({ usage }) => usage)),
    };
  }

  private async attempt(
    { facts, evidence }: ContentMaterial,
    lastResort: boolean,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const shown = facts.type === 'sms' ? { ...facts, salutation: toSmsSalutation(facts.salutation) } : facts;
    const request = renderCustomerContent(shown, lastResort ? { lastResort } : {});
    for await (const part of this.model.stream(request, signal)) {
      if (part.type === 'finish') return { settled: settleContent(part.result.text, evidence), result: part.result };
    }
    throw new Error('the model’s stream ended without a result');
  }
}
