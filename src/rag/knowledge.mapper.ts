import { isProspectSide } from '../shared/is-prospect-side.js';
import { type KnowledgeTurnDto, type SearchKnowledgeRequest } from './knowledge.dto.js';
import { type Retrieval, type RetrievalRequest } from './passage.js';
import { type DocumentOverview, type DocumentWithContent } from './store/knowledge-document.repository.js';

/** Whoever asks counts as the prospect; everybody else is the side that answers. */
export function toRetrievalRequest(body: SearchKnowledgeRequest): RetrievalRequest {
  const history = body.conversation_history?.map((turn: KnowledgeTurnDto) => ({
    sender: isProspectSide(turn.sender) ? ('prospect' as const) : ('agent' as const),
    content: turn.content,
  }));
  return { query: body.query, limit: body.limit, mode: body.mode, ...(history === undefined ? {} : { history }) };
}

/** In the shape of `SearchKnowledgeResponse`. */
export function toSearchResponse(retrieval: Retrieval) {
  return {
    results: retrieval.passages.map((passage) => ({
      chunk_id: passage.chunkId,
      document_id: passage.documentId,
      external_id: passage.externalId,
      title: passage.title,
      heading: passage.heading,
      source: passage.source,
      text: passage.text,
      start: passage.start,
      end: passage.end,
      score: passage.score,
      ranks: passage.ranks,
    })),
    answerable: retrieval.answerable,
    took_ms: retrieval.tookMs,
  };
}

/** In the shape of `KnowledgeDocumentResponse`. */
export function toDocumentResponse(document: DocumentOverview) {
  return {
    document_id: document.documentId,
    external_id: document.externalId,
    title: document.title,
    source: document.source,
    metadata: document.metadata,
    chunks: document.chunks,
    created_at: document.createdAt.toISOString(),
    updated_at: document.updatedAt.toISOString(),
  };
}

/** In the shape of `KnowledgeDocumentContentResponse`. */
export function toDocumentContentResponse(document: DocumentWithContent) {
  return { ...toDocumentResponse(document), content: document.content };
}
