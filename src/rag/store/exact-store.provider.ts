import { type DataSource } from 'typeorm';

import { findNearest, type VectorMatrix } from './find-nearest.js';
import { listNumbers } from './list-numbers.js';
import { ARM_DEPTH, type VectorArm, type VectorQuery, type VectorStore } from './vector-store.port.js';

/** Rows read at once; some 6 MB on the wire. */
const PAGE_ROWS = 2_000;
const MAX_LOADS = 3;

interface LoadedCollection extends VectorMatrix {
  /** `knowledge_stats.version` the vectors belong to. */
  version: string;
}

/**
 * Embeddings in a plain column, for servers without pgvector: vectors are held in memory (1.5 kB a chunk) and scanned
 * exactly, about 0.1 ms per thousand chunks. Meant for small knowledge bases; with many, install pgvector.
 */
export class ExactStore implements VectorStore {
  readonly kind = 'exact';
  readonly columnType = 'real[]';
  private readonly loaded = new Map<string, Promise<LoadedCollection>>();

  constructor(private readonly dataSource: DataSource) {}

  toLiteral(vector: Float32Array): string {
    return `{${listNumbers(vector)}}`;
  }

  async openArm(query: VectorQuery): Promise<VectorArm> {
    const collection = await this.getCollection(query);
    return {
      sql: EXACT_ARM,
      parameter: findNearest(collection, query.vector, ARM_DEPTH),
      version: collection.version,
    };
  }

  forget(collection: string): void {
    this.loaded.delete(collection);
  }

  /** Concurrent callers share one load; a failed one is forgotten. */
  private getCollection(query: VectorQuery): Promise<LoadedCollection> {
    const known = this.loaded.get(query.collection);
    if (known !== undefined) return known;
    const loading = this.load(query).catch((error: unknown) => {
      this.loaded.delete(query.collection);
      throw error;
    });
    this.loaded.set(query.collection, loading);
    return loading;
  }

  /** Pages are separate statements, so the version is read before and after them: they must agree. */
  private async load(query: VectorQuery): Promise<LoadedCollection> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await this.readVersion(query.collection);
      const matrix = await this.readMatrix(query);
      const after = await this.readVersion(query.collection);
      // After several tries an older version goes out; the search statement compares it and asks again.
      if (before === after || attempt === MAX_LOADS) return { ...matrix, version: before };
    }
  }

  private async readVersion(collection: string): Promise<string> {
    const rows = await this.dataSource.query<{ version: string }[]>(
      `SELECT version::text AS version FROM knowledge_stats WHERE collection = $1`,
      [collection],
    );
    return rows[0]?.version ?? '0';
  }

  private async readMatrix({ collection, embedder, vector }: VectorQuery): Promise<VectorMatrix> {
    const dimensions = vector.length;
    const chunkNos: number[] = [];
    const pages: Float32Array[] = [];
    let after = 0;
    for (;;) {
      const rows = await this.dataSource.query<{ chunk_no: number; bytes: Uint8Array }[]>(READ_PAGE, [
        collection,
        embedder,
        after,
        PAGE_ROWS,
        dimensions,
      ]);
      pages.push(decodePage(rows, dimensions));
      for (const row of rows) chunkNos.push(row.chunk_no);
      after = rows.at(-1)?.chunk_no ?? after;
      if (rows.length < PAGE_ROWS) break;
    }
    return { dimensions, chunkNos, values: joinPages(pages) };
  }
}

const EXACT_ARM = `
  SELECT nearest.chunk_no, nearest.rank
  FROM unnest($5::integer[]) WITH ORDINALITY AS nearest (chunk_no, rank)
  JOIN knowledge_chunks chunk ON chunk.chunk_no = nearest.chunk_no
  WHERE chunk.collection = $1 AND chunk.embedder = $6`;

/** The array's binary form: the driver would parse its text form number by number, twenty times slower. */
const READ_PAGE = `
  SELECT chunk_no, array_send(embedding) AS bytes
  FROM knowledge_chunks
  WHERE collection = $1 AND embedder = $2 AND chunk_no > $3 AND cardinality(embedding) = $5
  ORDER BY chunk_no
  LIMIT $4`;

/** Header of a one-dimensional array in PostgreSQL's binary format: dimensions, flags, element type, length, lower bound. */
const ARRAY_HEADER_BYTES = 20;
/** Each element: its length (4), then the big-endian float. */
const ELEMENT_BYTES = 8;

function decodePage(rows: readonly { bytes: Uint8Array }[], dimensions: number): Float32Array {
  const values = new Float32Array(rows.length * dimensions);
  rows.forEach(({ bytes }, row) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < dimensions; i += 1) {
      values[row * dimensions + i] = view.getFloat32(ARRAY_HEADER_BYTES + i * ELEMENT_BYTES + 4);
    }
  });
  return values;
}

function joinPages(pages: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(pages.reduce((sum, page) => sum + page.length, 0));
  let at = 0;
  for (const page of pages) {
    values.set(page, at);
    at += page.length;
  }
  return values;
}
