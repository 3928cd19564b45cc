import { join } from 'node:path';

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { EMBEDDING_PROVIDER, type EmbeddingProvider } from '../../llm/index.js';
import { EventLog, ProblemError } from '../../platform/index.js';
import { sha256Hex } from '../../shared/hash.js';
import { DEFAULT_COLLECTION } from '../passage.js';
import * as index from '../store/knowledge-index.repository.js';
import { VECTOR_STORE, type VectorStore } from '../store/vector-store.port.js';
import { cleanDocumentText } from './clean-document-text.js';
import { hashDocument, INDEX_FORMAT, indexDocument, type NewDocument } from './index-document.js';
import { listKnowledgeFiles, readKnowledgeFile } from './list-knowledge-files.js';

/** What a look through the knowledge directory did; `refused` files are named with the reason. */
export interface IngestReport {
  files: number;
  added: number;
  updated: number;
  unchanged: number;
  removed: number;
  refused: { source: string; reason: string }[];
  tookMs: number;
}

export interface IngestedText {
  documentId: string;
  chunks: number;
  status: 'added' | 'updated' | 'unchanged';
}

/** A text handed in by a caller instead of a file. */
export interface TextInput {
  externalId?: string;
  title: string;
  text: string;
  source?: string;
  metadata?: Record<string, unknown>;
  collection?: string;
}

/** Chunks embedded in one call. */
const EMBED_BATCH = 64;
const MAX_TITLE_CHARACTERS = 200;

/**
 * From texts to an index that answers. Each document is one short transaction under the collection's lock, in which it
 * is compared again: processes that ingest the same files at once do each document once.
 */
@Injectable()
export class KnowledgeIngestService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(EMBEDDING_PROVIDER) private readonly embedder: EmbeddingProvider,
    @Inject(VECTOR_STORE) private readonly store: VectorStore,
    private readonly log: EventLog,
  ) {}

  /**
   * Makes the collection agree with the directory's `*.md` and `*.txt`: new and changed files are indexed, documents of
   * removed files go. A missing directory and a refused file are warnings and remove nothing.
   */
  async syncDirectory(dir: string, collection: string = DEFAULT_COLLECTION): Promise<IngestReport> {
    const startedAt = performance.now();
    const report: IngestReport = { files: 0, added: 0, updated: 0, unchanged: 0, removed: 0, refused: [], tookMs: 0 };
    const files = await listKnowledgeFiles(dir);
    if (files === undefined) {
      this.log.warn('knowledge.directory_missing', { hint: 'KNOWLEDGE_DIR names no directory; nothing was ingested' });
      return report;
    }
    report.files = files.length;
    const stored = await index.listStored(this.dataSource.manager, collection);
    const storedBySource = new Map(stored.map((document) => [document.source, document]));
    for (const source of files) {
      await this.syncFile(dir, source, collection, storedBySource.get(source), report);
    }
    const present = new Set(files);
    for (const document of stored) {
      if (document.origin === 'directory' && !present.has(document.source)) {
        report.removed += (await this.removeSource(collection, document.source)) ? 1 : 0;
      }
    }
    report.updated += await this.reindexTexts(collection, stored);
    if (report.added + report.updated + report.removed > 0) await this.refreshStatistics();
    report.tookMs = Math.round(performance.now() - startedAt);
    this.logReport(report);
    return report;
  }

  /**
   * Indexes one text. The same content changes nothing; changed content under the same `externalId` or `source` replaces.
   * @throws ProblemError `conflict` where the two name different documents
   */
  async ingestText(input: TextInput): Promise<IngestedText> {
    const content = cleanDocumentText(input.text);
    const result = await this.save({
      collection: input.collection ?? DEFAULT_COLLECTION,
      externalId: input.externalId ?? null,
      title: cleanDocumentText(input.title).slice(0, MAX_TITLE_CHARACTERS),
      source: input.source ?? input.externalId ?? `text-${sha256Hex(`${input.title}\n${content}`).slice(0, 16)}`,
      origin: 'api',
      content,
      metadata: input.metadata ?? {},
    });
    this.log.info('knowledge.text_ingested', {
      document_id: result.documentId,
      chunks: result.chunks,
      status: result.status,
    });
    return result;
  }

  private async syncFile(
    dir: string,
    source: string,
    collection: string,
    stored: index.StoredDocument | undefined,
    report: IngestReport,
  ): Promise<void> {
    const file = await readKnowledgeFile(join(dir, source));
    if ('refused' in file) {
      this.refuse(report, source, file.refused);
      return;
    }
    const document: NewDocument = {
      collection,
      externalId: null,
      title: null,
      source,
      origin: 'directory',
      content: file.content,
      metadata: {},
    };
    if (stored !== undefined && this.isCurrent(stored, document)) {
      report.unchanged += 1;
      return;
    }
    try {
      report[(await this.save(document)).status] += 1;
    } catch (error) {
      this.refuse(report, source, 'not_stored', error);
    }
  }

  private refuse(report: IngestReport, source: string, reason: string, error?: unknown): void {
    report.refused.push({ source, reason });
    this.log.warn('knowledge.file_refused', { source, reason }, error);
  }

  private async save(document: NewDocument): Promise<IngestedText> {
    const indexed = indexDocument(document);
    const literals = await this.embed(indexed.chunks.map((chunk) => chunk.embeddedText));
    return this.dataSource.transaction(async (manager) => {
      await index.lockCollection(manager, document.collection);
      const stored = await this.findTarget(manager, document);
      if (stored !== undefined && this.isCurrent(stored, document)) {
        return { documentId: stored.documentId, chunks: indexed.chunks.length, status: 'unchanged' as const };
      }
      if (stored !== undefined) await index.removeChunks(manager, document.collection, stored.documentId);
      const documentId = await index.saveDocument(manager, indexed, this.indexVersion, stored?.documentId);
      await index.addChunks(
        manager,
        { ...indexed, documentId },
        { embedder: this.embedder.name, columnType: this.store.columnType, literals },
      );
      const status = stored === undefined ? ('added' as const) : ('updated' as const);
      return { documentId, chunks: indexed.chunks.length, status };
    });
  }

  private async findTarget(manager: EntityManager, document: NewDocument): Promise<index.StoredDocument | undefined> {
    const found = await index.findStored(manager, document);
    if (found.length > 1) {
      throw new ProblemError('conflict', 'The external id and the source belong to two different documents.');
    }
    return found[0];
  }

  private async removeSource(collection: string, source: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await index.lockCollection(manager, collection);
      const [stored] = await index.findStored(manager, { collection, source, externalId: null });
      if (stored?.origin !== 'directory') return false;
      await index.removeChunks(manager, collection, stored.documentId);
      await index.deleteDocument(manager, stored.documentId);
      return true;
    });
  }

  /** Texts that came from callers have no file to be read again; when the index format or embedder changed, their stored content serves. */
  private async reindexTexts(collection: string, stored: readonly index.StoredDocument[]): Promise<number> {
    let reindexed = 0;
    for (const { documentId, origin, indexVersion } of stored) {
      if (origin !== 'api' || indexVersion === this.indexVersion) continue;
      const document = await index.findContent(this.dataSource.manager, documentId);
      if (document === undefined) continue;
      const result = await this.save({ ...document, collection, origin });
      reindexed += result.status === 'updated' ? 1 : 0;
    }
    return reindexed;
  }

  private get indexVersion(): string {
    return `${INDEX_FORMAT}+${this.embedder.name}`;
  }

  private isCurrent(stored: index.StoredDocument, document: NewDocument): boolean {
    return (
      stored.origin === document.origin &&
      stored.indexVersion === this.indexVersion &&
      stored.contentHash === hashDocument(document)
    );
  }

  private async embed(texts: readonly string[]): Promise<string[]> {
    const literals: string[] = [];
    for (let start = 0; start < texts.length; start += EMBED_BATCH) {
      const vectors = await this.embedder.embed(texts.slice(start, start + EMBED_BATCH));
      for (const vector of vectors) literals.push(this.store.toLiteral(vector));
    }
    return literals;
  }

  /** Planner statistics and the visibility map, without which term look-ups read the table too; no server must wait for it. */
  private async refreshStatistics(): Promise<void> {
    try {
      await this.dataSource.query('VACUUM (ANALYZE) knowledge_postings, knowledge_terms, knowledge_chunks');
    } catch (error) {
      this.log.warn('knowledge.statistics_stale', {}, error);
    }
  }

  private logReport(report: IngestReport): void {
    const { files, added, updated, unchanged, removed, refused, tookMs } = report;
    this.log.info('knowledge.ingested', {
      files,
      added,
      updated,
      unchanged,
      removed,
      refused: refused.length,
      took_ms: tookMs,
    });
  }
}
