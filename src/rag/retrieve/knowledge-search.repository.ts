import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { queryPrepared } from '../../platform/index.js';
import { sha256Hex } from '../../shared/hash.js';
import { type Passage } from '../passage.js';
import { ARM_DEPTH, type VectorArm } from '../store/vector-store.port.js';
import { FUSION_K, MISSPELT_VECTOR_WEIGHT, VECTOR_WEIGHT, weighVectors } from './fuse-ranks.js';
import { type TermHit } from './judge-answerable.js';
import { type WeighedTerm } from './weigh-query.js';

export interface SearchRequest {
  collection: string;
  terms: readonly WeighedTerm[];
  limit: number;
  /** Whether the keyword arm ranks; the terms serve the judgement of answerability in any case. */
  keyword: boolean;
  vector: { arm: VectorArm; embedder: string } | null;
}

/** One passage as the statement returns it. */
export interface FoundPassage extends Omit<Passage, 'score' | 'ranks'> {
  keywordRank: number | null;
  vectorRank: number | null;
  /** The request's terms that occur in the passage. */
  termHits: TermHit[] | null;
}

export interface SearchResult {
  passages: FoundPassage[];
  /** `knowledge_stats.version` the statement saw; `0` for a collection that was never filled. */
  version: string;
  /** Inverse document frequency of each term of the request, in its order. */
  idfs: number[];
  /** What the statement weighed the vector arm with. */
  vectorWeight: number;
}

interface SearchRow extends Partial<FoundPassage> {
  version: string;
  chunkCount: number;
  termIdfs: [index: number, idf: number][] | null;
}

/** A whole retrieval in one statement, and therefore in one snapshot: both arms, their fusion and the passages. */
@Injectable()
export class KnowledgeSearchRepository {
  constructor(private readonly dataSource: DataSource) {}

  async search(request: SearchRequest): Promise<SearchResult> {
    const { collection, terms, limit, keyword, vector } = request;
    // The terms of the question itself come first.
    const askedCount = terms.filter((term) => term.asked).length;
    const parameters: unknown[] = [
      collection,
      terms.map((term) => term.term),
      terms.map((term) => term.weight),
      limit,
      ...(vector === null ? [] : [vector.arm.parameter, vector.embedder, askedCount]),
    ];
    const statement = prepareSearch(keyword ? KEYWORD_ARM : EMPTY_ARM, vector?.arm.sql ?? null);
    const rows = await queryPrepared<SearchRow>(this.dataSource, { ...statement, values: parameters });
    return {
      passages: rows.filter(isFound),
      version: rows[0]?.version ?? '0',
      idfs: spreadIdfs(terms.length, rows[0]),
      vectorWeight: weighVectors(countKnown(rows[0], askedCount), askedCount),
    };
  }
}

function isFound(row: SearchRow): row is SearchRow & FoundPassage {
  return row.chunkId !== undefined && (row.chunkId as string | null) !== null;
}

function countKnown(row: SearchRow | undefined, askedCount: number): number {
  return (row?.termIdfs ?? []).filter(([index]) => index < askedCount).length;
}

/** Terms the collection does not know are the rarest of all. */
function spreadIdfs(count: number, row: SearchRow | undefined): number[] {
  const unknown = Math.log(1 + ((row?.chunkCount ?? 0) + 0.5) / 0.5);
  const idfs = new Array<number>(count).fill(unknown);
  for (const [index, idf] of row?.termIdfs ?? []) idfs[index] = idf;
  return idfs;
}

/**
 * BM25 (Robertson and Zaragoza, 2009) with k1 = 1.2 and b = 0.75: idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length /
 * average length)), idf = ln(1 + (N - df + 0.5) / (df + 0.5)), times the term's weight in the query. The factor k1 + 1
 * changes no order; it is kept so that scores equal those of the literature.
 */
const KEYWORD_ARM = `
  SELECT chunk_no, row_number() OVER (ORDER BY score DESC, chunk_no) AS rank
  FROM (
    SELECT p.chunk_no,
      sum(q.weighed_idf * p.term_frequency * 2.2::float8
        / (p.term_frequency + 0.3::float8 + q.length_factor * p.token_count)) AS score
    FROM query_terms q JOIN knowledge_postings p ON p.term_id = q.term_id
    GROUP BY p.chunk_no
    ORDER BY score DESC, p.chunk_no
    LIMIT ${ARM_DEPTH}
  ) best`;

const EMPTY_ARM = `SELECT NULL::integer AS chunk_no, NULL::bigint AS rank WHERE false`;

/** The texts are few and constant; each is prepared under a name of its own. */
const statements = new Map<string, { name: string; text: string }>();

function prepareSearch(keywordArm: string, vectorArm: string | null): { name: string; text: string } {
  const key = `${keywordArm}\n${vectorArm ?? ''}`;
  let statement = statements.get(key);
  if (statement === undefined) {
    const text = composeSql(keywordArm, vectorArm);
    statement = { name: `rag.search.${sha256Hex(text).slice(0, 12)}`, text };
    statements.set(key, statement);
  }
  return statement;
}

/** `weighVectors` as SQL. */
const VECTOR_WEIGHT_SQL = `(SELECT CASE WHEN count(*) < $7::integer THEN ${MISSPELT_VECTOR_WEIGHT}::float8
  ELSE ${VECTOR_WEIGHT}::float8 END FROM query_terms WHERE index < $7::integer)`;

function composeSql(keywordArm: string, vectorArm: string | null): string {
  const vectorWeight = vectorArm === null ? '0::float8' : VECTOR_WEIGHT_SQL;
  return `
WITH stats AS MATERIALIZED (
  SELECT chunk_count, version, 0.9::float8 * chunk_count / greatest(token_total, 1) AS length_factor
  FROM knowledge_stats WHERE collection = $1
), query_terms AS MATERIALIZED (
  SELECT t.term_id, u.position - 1 AS index, idf.idf, u.weight * idf.idf AS weighed_idf, s.length_factor
  FROM unnest($2::text[], $3::float8[]) WITH ORDINALITY AS u (term, weight, position)
  JOIN knowledge_terms t ON t.collection = $1 AND t.term = u.term
  CROSS JOIN stats s
  CROSS JOIN LATERAL (
    SELECT ln(1 + (s.chunk_count - t.document_frequency + 0.5::float8) / (t.document_frequency + 0.5::float8)) AS idf
  ) idf
), keyword_arm AS (${keywordArm}
), vector_arm AS (${vectorArm ?? EMPTY_ARM}
), fused AS MATERIALIZED (
  SELECT chunk_no, k.rank AS keyword_rank, v.rank AS vector_rank,
    coalesce(1::float8 / (${FUSION_K} + k.rank), 0) + coalesce(${vectorWeight} / (${FUSION_K} + v.rank), 0) AS score
  FROM keyword_arm k FULL JOIN vector_arm v USING (chunk_no)
  ORDER BY score DESC, chunk_no
  LIMIT $4
)
SELECT s.version::text AS version, s.chunk_count AS "chunkCount",
  (SELECT json_agg(json_build_array(q.index, q.idf)) FROM query_terms q) AS "termIdfs",
  c.chunk_id AS "chunkId", c.document_id AS "documentId", d.external_id AS "externalId", d.title, c.heading, d.source,
  c.text, c.start_offset AS "start", c.end_offset AS "end",
  f.keyword_rank::integer AS "keywordRank", f.vector_rank::integer AS "vectorRank",
  (SELECT json_agg(json_build_array(q.index,
      p.term_frequency / (p.term_frequency + 0.3::float8 + q.length_factor * p.token_count)))
   FROM query_terms q
   JOIN knowledge_postings p ON p.term_id = q.term_id AND p.chunk_no = f.chunk_no) AS "termHits"
FROM stats s
LEFT JOIN (
  fused f
  JOIN knowledge_chunks c ON c.chunk_no = f.chunk_no
  JOIN knowledge_documents d ON d.document_id = c.document_id
) ON true
ORDER BY f.score DESC NULLS LAST, f.chunk_no`;
}
