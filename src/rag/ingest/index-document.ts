import { sha256Hex, canonicalJson } from '../../shared/hash.js';
import { toTerms } from '../text/tokenize-text.js';
import { splitDocument, type DocumentChunk } from './split-document.js';

/** Grows when splitting or term making changes, so that stored documents are indexed again. */
export const INDEX_FORMAT = 'split-1+terms-1';

/** A document before it is stored; `content` is already cleaned. */
export interface NewDocument {
  collection: string;
  externalId: string | null;
  /** null: the first heading, else the source. */
  title: string | null;
  source: string;
  origin: 'directory' | 'api';
  content: string;
  metadata: Record<string, unknown>;
}

export interface IndexedChunk extends DocumentChunk {
  /** Term -> occurrences in title, heading and text. */
  terms: Map<string, number>;
  /** Sum of the occurrences. */
  tokenCount: number;
  /** What the embedder reads. */
  embeddedText: string;
}

export interface IndexedDocument extends Omit<NewDocument, 'title'> {
  title: string;
  contentHash: string;
  chunks: IndexedChunk[];
}

/** Splits a document and counts its terms. A chunk is found by its title and headings too, although it shows neither. */
export function indexDocument(document: NewDocument): IndexedDocument {
  const split = splitDocument(document.content);
  const title = document.title ?? split.title ?? document.source;
  return {
    ...document,
    title,
    contentHash: hashDocument(document),
    chunks: split.chunks.map((chunk) => indexChunk(chunk, title)),
  };
}

/** Equal hashes mean that nothing a reader could see has changed. */
export function hashDocument(document: Pick<NewDocument, 'externalId' | 'title' | 'content' | 'metadata'>): string {
  const { externalId, title, content, metadata } = document;
  return sha256Hex(canonicalJson({ externalId, title, content, metadata }));
}

function indexChunk(chunk: DocumentChunk, title: string): IndexedChunk {
  const embeddedText = [title, chunk.heading, chunk.text].filter((part) => part !== '').join('\n');
  const terms = new Map<string, number>();
  let tokenCount = 0;
  for (const term of toTerms(embeddedText)) {
    terms.set(term, (terms.get(term) ?? 0) + 1);
    tokenCount += 1;
  }
  return { ...chunk, terms, tokenCount, embeddedText };
}
