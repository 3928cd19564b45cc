import { type OwnedRecord } from '../../../../rag/index.js';

/** An interaction as the collection `interactions` hands it out. */
export interface InteractionRecord extends OwnedRecord {
  channel: string;
  topic: string | null;
  sentiment: string | null;
  /** Interactions of this customer, those not listed included. */
  total: number;
  /** Whether any of them, listed or not, is about an adverse event. */
  hasAdverseEvent: boolean;
}
