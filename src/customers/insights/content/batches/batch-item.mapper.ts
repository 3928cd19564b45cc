import { toCitationDto } from '../content.mapper.js';
import { type WrittenContent } from '../write/content-writer.service.js';
import { type BatchItem } from './batch-order.js';

/** A text as a batch keeps it: what a person has to read first is marked, and never exported with the others. */
export function toBatchItem(customerId: number, written: WrittenContent): BatchItem {
  const { subject, content, reviews, claims, citations, sms, model } = written;
  return {
    customerId,
    status: reviews.length > 0 ? 'needs_review' : 'ready',
    reason: reviews[0]?.reason ?? null,
    subject,
    content,
    details: {
      claims,
      citations: citations.map(toCitationDto),
      review: { required: reviews.length > 0, reasons: reviews },
      sms,
      model: {
        provider: model.provider,
        name: model.name,
        prompt_version: model.promptVersion,
        degraded: model.degraded,
      },
    },
  };
}

/** A customer who gets nothing, and why. */
export function withoutContent(customerId: number, status: 'suppressed' | 'failed', reason: string): BatchItem {
  return { customerId, status, reason, subject: null, content: null, details: null };
}
