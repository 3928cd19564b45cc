/** The collection of documents people write; others feed collections of their own. */
export const DEFAULT_COLLECTION = 'knowledge';

/** One chunk of a document as retrieval hands it out. `text` is the document's content from `start` to `end` (UTF-16 units). */
export interface Passage {
  chunkId: string;
  documentId: string;
  externalId: string | null;
  title: string;
  /** The headings above the chunk, outermost first, joined by ` > `; empty at the top of a document. */
  heading: string;
  source: string;
  text: string;
  start: number;
  end: number;
  /** Fused score; only its order within one retrieval means anything. */
  score: number;
  /** 1-based rank in each arm, null where the arm did not return the passage. */
  ranks: { keyword: number | null; vector: number | null };
}

export interface RetrievalRequest {
  query: string;
  /** Earlier turns, oldest first; used to resolve short follow-ups. */
  history?: readonly { sender: 'prospect' | 'agent'; content: string }[];
  limit: number;
  mode?: 'hybrid' | 'keyword' | 'vector';
  /** Default: the knowledge documents. */
  collection?: string;
}

export interface Retrieval {
  passages: Passage[];
  /** Whether the passages can answer the query: `score` 0..1. */
  answerable: { score: number; verdict: 'answerable' | 'partial' | 'unanswerable' };
  tookMs: number;
}

/** A verbatim quote: `quote` is the document's content from `start` to `end`. */
export interface Citation {
  marker: number;
  documentId: string;
  title: string;
  source: string;
  quote: string;
  start: number;
  end: number;
}

export type ClaimKind = 'price' | 'percent' | 'date' | 'quantity' | 'stock' | 'order' | 'policy' | 'action';

/** A figure or statement found in a draft, settled against evidence. */
export interface Claim {
  text: string;
  kind: ClaimKind;
  verdict: 'verified' | 'contradicted' | 'unsupported';
  evidence: { kind: 'knowledge' | 'customer' | 'order' | 'product' | 'tool'; ref: string } | null;
}
