import { setImmediate as nextTick } from 'node:timers/promises';
import { type EmbeddingProvider } from '../embedding.port.js';
import { embedText, EMBEDDING_DIMENSIONS } from './embed-text.js';

/** Texts between two breaths of the event loop, some milliseconds of work. */
const TEXTS_PER_SLICE = 32;

/** Character n-gram vectors: no model file, no network, the same numbers on every machine. */
export class OfflineEmbeddingProvider implements EmbeddingProvider {
  readonly name = 'offline-char-ngram-384-v1';
  readonly dimensions = EMBEDDING_DIMENSIONS;

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (const text of texts) {
      if (vectors.length % TEXTS_PER_SLICE === 0) {
        signal?.throwIfAborted();
        if (vectors.length > 0) await nextTick();
      }
      vectors.push(embedText(text));
    }
    return vectors;
  }
}
