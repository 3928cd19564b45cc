/**
 * nDCG@10 and answerability of retrieval over a corpus of passages, with the parts retrieval is made of: the same splitting,
 * terms, weights, vectors, fusion and judgement; BM25 is computed here as the search statement computes it.
 * Usage: node scripts/measure/measure-retrieval.mjs <data folder>, after `npm run build`.
 */
import { join } from 'node:path';

import { embedText } from '../../dist/src/llm/providers/embed-text.js';
import { indexDocument } from '../../dist/src/rag/ingest/index-document.js';
import { fuseRanks, weighVectors } from '../../dist/src/rag/retrieve/fuse-ranks.js';
import { judgeAnswerable } from '../../dist/src/rag/retrieve/judge-answerable.js';
import { blendVectors, weighQuery } from '../../dist/src/rag/retrieve/weigh-query.js';
import { findNearest } from '../../dist/src/rag/store/find-nearest.js';
import { ARM_DEPTH } from '../../dist/src/rag/store/vector-store.port.js';
import { areaUnderRoc, readRows } from './measure-support.mjs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: measure-retrieval.mjs <data folder>');
const LIMIT = 10;
const K1 = 1.2;
const B = 0.75;

const chunks = readRows(join(folder, 'mtrag-pool/corpus.jsonl')).flatMap((row) =>
  indexDocument({
    collection: 'measure',
    externalId: row._id,
    title: row.title || null,
    source: row._id,
    origin: 'api',
    content: row.text,
    metadata: {},
  }).chunks.map((chunk) => ({ ...chunk, id: row._id })),
);
const postings = new Map();
chunks.forEach((chunk, index) => {
  for (const [term, count] of chunk.terms) {
    if (!postings.has(term)) postings.set(term, []);
    postings.get(term).push([index, count]);
  }
});
const averageLength = chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0) / chunks.length;
const vectors = chunks.map((chunk) => embedText(chunk.embeddedText));
const dimensions = vectors[0].length;
const values = new Float32Array(vectors.length * dimensions);
vectors.forEach((vector, row) => values.set(vector, row * dimensions));
const matrix = { dimensions, chunkNos: chunks.map((_, index) => index), values };

const idfOf = (term) => {
  const frequency = postings.get(term)?.length ?? 0;
  return Math.log(1 + (chunks.length - frequency + 0.5) / (frequency + 0.5));
};

function rankByWords(query) {
  const scores = new Map();
  for (const { term, weight } of query.terms) {
    const idf = idfOf(term);
    for (const [index, count] of postings.get(term) ?? []) {
      const lengthFactor = K1 * (1 - B + (B * chunks[index].tokenCount) / averageLength);
      scores.set(index, (scores.get(index) ?? 0) + (weight * idf * count * (K1 + 1)) / (count + lengthFactor));
    }
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, ARM_DEPTH);
}

function retrieve(request, arms) {
  const query = weighQuery(request);
  const words = arms === 'vector' ? [] : rankByWords(query).map(([index]) => index);
  const vector = blendVectors(
    query.turns.map(({ text }) => embedText(text)),
    query.turns.map(({ weight }) => weight),
  );
  const near = arms === 'keyword' ? [] : findNearest(matrix, vector, ARM_DEPTH);
  const asked = query.terms.filter((term) => term.asked);
  const vectorWeight = weighVectors(asked.filter(({ term }) => postings.has(term)).length, asked.length);
  const rankIn = (list, index) => (list.includes(index) ? list.indexOf(index) + 1 : null);
  const fused = [...new Set([...words, ...near])]
    .map((index) => ({
      index,
      score: fuseRanks({ keyword: rankIn(words, index), vector: rankIn(near, index) }, vectorWeight),
    }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const top = fused.slice(0, LIMIT).map(({ index }) => chunks[index]);
  const answerable = judgeAnswerable(
    query.terms,
    query.terms.map(({ term }) => idfOf(term)),
    top.slice(0, 5).map((chunk) =>
      query.terms.flatMap(({ term }, index) => {
        const count = chunk.terms.get(term);
        if (count === undefined) return [];
        const lengthFactor = K1 * (1 - B + (B * chunk.tokenCount) / averageLength);
        return [[index, count / (count + lengthFactor)]];
      }),
    ),
  );
  return { ids: [...new Set(fused.map(({ index }) => chunks[index].id))].slice(0, LIMIT), answerable };
}

function gainOf(ids, relevant) {
  const gain = ids.reduce((sum, id, rank) => sum + (relevant.has(id) ? 1 / Math.log2(rank + 2) : 0), 0);
  let ideal = 0;
  for (let rank = 0; rank < Math.min(LIMIT, relevant.size); rank += 1) ideal += 1 / Math.log2(rank + 2);
  return gain / ideal;
}

const toTurn = (sender, content) => ({ sender, content });
const human = readRows(join(folder, 'mtrag-pool/dev/mtrag_human_covered.jsonl')).map((row) => {
  const turns = row.all_questions.split(/\n?\|user\|: /).filter((turn) => turn.trim() !== '');
  return { row, query: row.last_turn, history: turns.slice(0, -1).map((turn) => toTurn('prospect', turn)) };
});
const tasks = readRows(join(folder, 'mtrag-pool/dev/mtragun_tasks.jsonl')).map((row) => ({
  row,
  query: row.last_turn,
  history: row.history.map(({ speaker, text }) => toTurn(speaker === 'user' ? 'prospect' : 'agent', text)),
}));

for (const [name, set] of [
  ['human', human],
  ['tasks', tasks],
  ['both', [...human, ...tasks]],
]) {
  const judged = set.filter(({ row }) => Object.keys(row.qrels ?? {}).length > 0);
  const mean = (arms, withHistory) =>
    (
      judged.reduce((sum, { row, query, history }) => {
        const { ids } = retrieve({ query, history: withHistory ? history : [] }, arms);
        return sum + gainOf(ids, new Set(Object.keys(row.qrels)));
      }, 0) / judged.length
    ).toFixed(3);
  for (const arms of ['hybrid', 'keyword', 'vector']) {
    console.log(
      `${name} ${arms}: ${judged.length} queries, nDCG@10 with history ${mean(arms, true)}, last turn ${mean(arms, false)}`,
    );
  }
}
const judgedTasks = tasks.filter(({ row }) => ['ANSWERABLE', 'UNANSWERABLE'].includes(row.answerability));
const verdicts = judgedTasks.map(({ row, query, history }) => ({
  positive: row.answerability === 'ANSWERABLE',
  score: retrieve({ query, history }, 'hybrid').answerable.score,
}));
console.log(`answerability: ${verdicts.length} questions, AUROC ${areaUnderRoc(verdicts)}`);
