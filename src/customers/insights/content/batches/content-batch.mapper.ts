import { type ContentBatchItemDto, type ContentBatchResponse } from './content-batch.dto.js';
import { type BatchRow, type ItemRow } from './content-batch.repository.js';

/** A batch as its route shows it. */
export function toBatchResponse(row: BatchRow): ContentBatchResponse {
  const { type, tone, language, about, requireAddress } = row.request;
  const suppressed = row.opted_out + row.no_address;
  const processed = row.ready + row.needs_review + suppressed + row.failed;
  return {
    batch_id: row.batch_id,
    status: row.status,
    type,
    tone,
    language,
    about,
    filter: row.filter,
    require_address: requireAddress,
    progress: {
      total: row.total,
      processed,
      ready: row.ready,
      needs_review: row.needs_review,
      suppressed,
      failed: row.failed,
      share: shareOf(row, processed),
      ...paceOf(row, processed),
    },
    suppressed: [
      { reason: 'opted_out', count: row.opted_out },
      { reason: 'no_address', count: row.no_address },
    ].filter(({ count }) => count > 0),
    degraded: row.degraded,
    usage: { input_tokens: row.input_tokens, output_tokens: row.output_tokens, cost_usd: row.cost_usd },
    created_at: toIso(row.created_at),
    started_at: row.started_at === null ? null : toIso(row.started_at),
    finished_at: row.finished_at === null ? null : toIso(row.finished_at),
  };
}

/** Who was deleted since the order is not processed, and all the same the batch can be complete. */
function shareOf({ status, total }: BatchRow, processed: number): number {
  if (status === 'completed') return 1;
  return total === 0 ? 0 : Math.min(1, Math.round((processed / total) * 1000) / 1000);
}

function paceOf(
  row: BatchRow,
  processed: number,
): { customers_per_second: number | null; remaining_seconds: number | null } {
  if (row.started_at === null || processed === 0) return { customers_per_second: null, remaining_seconds: null };
  const until = row.finished_at ?? row.updated_at;
  const seconds = (new Date(until).getTime() - new Date(row.started_at).getTime()) / 1000;
  if (seconds <= 0) return { customers_per_second: null, remaining_seconds: null };
  const pace = processed / seconds;
  const isGoingOn = row.status === 'queued' || row.status === 'running';
  return {
    customers_per_second: Math.round(pace * 10) / 10,
    remaining_seconds: isGoingOn ? Math.round(Math.max(0, row.total - processed) / pace) : null,
  };
}

/** What was done for one customer, as the route shows it. */
export function toItemDto(row: ItemRow): ContentBatchItemDto {
  const details = (row.details ?? {}) as Partial<ContentBatchItemDto>;
  return {
    customer_id: Number(row.customer_id),
    status: row.status,
    reason: row.reason,
    subject: row.subject,
    content: row.content,
    claims: details.claims ?? [],
    citations: details.citations ?? [],
    review: details.review ?? null,
    sms: details.sms ?? null,
    model: details.model ?? null,
    created_at: toIso(row.created_at),
  };
}

function toIso(instant: Date): string {
  return new Date(instant).toISOString();
}
