import { Inject, Injectable } from '@nestjs/common';

import { EMBEDDING_PROVIDER, type EmbeddingProvider } from '../../llm/index.js';
import { EventLog, Metrics } from '../../platform/index.js';
import { DEFAULT_COLLECTION, type Passage, type Retrieval, type RetrievalRequest } from '../passage.js';
import { VECTOR_STORE, type VectorStore } from '../store/vector-store.port.js';
import { fuseRanks } from './fuse-ranks.js';
import { judgeAnswerable } from './judge-answerable.js';
import { type FoundPassage, KnowledgeSearchRepository, type SearchResult } from './knowledge-search.repository.js';
import { blendVectors, weighQuery, type WeighedQuery } from './weigh-query.js';

/** How often a search may find that the collection changed under it before it takes what it has. */
const MAX_ATTEMPTS = 3;

/** From a question to the passages that may answer it. */
@Injectable()
export class RetrieveService {
  constructor(
    private readonly repository: KnowledgeSearchRepository,
    @Inject(EMBEDDING_PROVIDER) private readonly embedder: EmbeddingProvider,
    @Inject(VECTOR_STORE) private readonly store: VectorStore,
    private readonly metrics: Metrics,
    private readonly log: EventLog,
  ) {}

  /**
   * The best passages first. One database round trip; on the exact store one more whenever the collection has changed.
   * The vector arm always finds something: whether it answers is what `answerable` says.
   * @throws the signal's reason when the caller gave up
   */
  async retrieve(request: RetrievalRequest, signal?: AbortSignal): Promise<Retrieval> {
    const startedAt = performance.now();
    signal?.throwIfAborted();
    const mode = request.mode ?? 'hybrid';
    const query = weighQuery(request);
    const result = await this.search(request, query, signal);
    signal?.throwIfAborted();
    const tookMs = Math.round((performance.now() - startedAt) * 100) / 100;
    const answerable = judgeAnswerable(
      query.terms,
      result.idfs,
      result.passages.map((passage) => passage.termHits ?? []),
    );
    this.metrics.recordRetrieval(mode, tookMs);
    this.log.info('retrieval.completed', {
      mode,
      passages: result.passages.length,
      verdict: answerable.verdict,
      took_ms: tookMs,
    });
    return { passages: result.passages.map((found) => toPassage(found, result.vectorWeight)), answerable, tookMs };
  }

  private async search(request: RetrievalRequest, query: WeighedQuery, signal?: AbortSignal): Promise<SearchResult> {
    const mode = request.mode ?? 'hybrid';
    const collection = request.collection ?? DEFAULT_COLLECTION;
    const base = { collection, terms: query.terms, limit: request.limit, keyword: mode !== 'vector' };
    if (mode === 'keyword') return this.repository.search({ ...base, vector: null });
    const embedder = this.embedder.name;
    const vector = await this.embedQuery(query, signal);
    for (let attempt = 1; ; attempt += 1) {
      const arm = await this.store.openArm({ collection, embedder, vector });
      const result = await this.repository.search({ ...base, vector: { arm, embedder } });
      if (arm.version === null || arm.version === result.version || attempt === MAX_ATTEMPTS) return result;
      this.store.forget(collection);
      signal?.throwIfAborted();
    }
  }

  private async embedQuery(query: WeighedQuery, signal?: AbortSignal): Promise<Float32Array> {
    const vectors = await this.embedder.embed(
      query.turns.map((turn) => turn.text),
      signal,
    );
    const [only] = vectors;
    if (only !== undefined && vectors.length === 1) return only;
    return blendVectors(
      vectors,
      query.turns.map((turn) => turn.weight),
    );
  }
}

function toPassage(found: FoundPassage, vectorWeight: number): Passage {
  const { chunkId, documentId, externalId, title, heading, source, text, start, end } = found;
  const ranks = { keyword: found.keywordRank, vector: found.vectorRank };
  return {
    chunkId,
    documentId,
    externalId,
    title,
    heading,
    source,
    text,
    start,
    end,
    score: fuseRanks(ranks, vectorWeight),
    ranks,
  };
}
