import { type ContentRequest } from '../write/gather-facts.js';

/** Which customers; what is left out restricts nothing. */
export interface CustomerFilter {
  customer_type?: string;
  occupation?: string;
  company?: string;
  stage?: string;
  /** Had an interaction of this channel, topic or sentiment, all that are given in one. */
  channel?: string;
  topic?: string;
  sentiment?: string;
  customer_ids?: number[];
}

/** What a batch writes, and to whom not. */
export interface BatchRequest extends ContentRequest {
  /** Leave out who has no address for the channel: no e-mail address for an e-mail, no number for an SMS or a call. */
  requireAddress: boolean;
}

/** What becomes of one customer. */
export interface BatchItem {
  customerId: number;
  status: 'ready' | 'needs_review' | 'suppressed' | 'failed';
  reason: string | null;
  subject: string | null;
  content: string | null;
  details: Record<string, unknown> | null;
}

/** What a chunk adds to its batch. */
export interface ChunkUsage {
  degraded: number;
  inputTokens: number;
  outputTokens: number;
  /** null as soon as one price is unknown. */
  costUsd: number | null;
}
