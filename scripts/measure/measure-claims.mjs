/**
 * How many fluent false sentences a draft would show and how many true ones it would drop.
 * Usage: node scripts/measure/measure-claims.mjs [--list] [<sentences.jsonl> <knowledge folder>], after `npm run build`.
 * Rows: {set, document, heading, isTrue, kind, sentence}; each is settled citing its passage, with the four passages beside it
 * that share most words, and once more without a marker.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DraftEvidence } from '../../dist/src/rag/draft/draft-evidence.js';
import { settleSentence } from '../../dist/src/rag/draft/settle-sentence.js';
import { splitDocument } from '../../dist/src/rag/ingest/split-document.js';
import { readRows } from './measure-support.mjs';

const PASSAGES_PER_TURN = 5;
const root = join(import.meta.dirname, '../..');
const isListing = process.argv.includes('--list');
const [file = join(root, 'test/medium/fluent-claims.jsonl'), folder = join(root, 'knowledge-base')] = process.argv
  .slice(2)
  .filter((argument) => argument !== '--list');

const wordsOf = (text) => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);
const passages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .flatMap((document) => {
    const { title, chunks } = splitDocument(readFileSync(join(folder, document), 'utf8'));
    return chunks.map(({ heading, text, ordinal }) => ({
      chunkId: `${document}#${ordinal}`,
      documentId: document,
      title: title ?? document,
      source: document,
      heading,
      text,
      start: 0,
      end: text.length,
      words: wordsOf(`${heading}\n${text}`),
    }));
  });

function findTurnPassages({ document, heading }) {
  const own = passages.find((passage) => passage.documentId === document && passage.heading === heading);
  if (own === undefined) throw new Error(`No passage "${heading}" in ${document}`);
  const shared = ({ words }) => [...words].filter((word) => own.words.has(word)).length;
  const others = passages.filter((passage) => passage !== own).sort((a, b) => shared(b) - shared(a));
  return [own, ...others.slice(0, PASSAGES_PER_TURN - 1)];
}

const counts = new Map();
function count(key, isWrong) {
  const { wrong, all } = counts.get(key) ?? { wrong: 0, all: 0 };
  counts.set(key, { wrong: wrong + (isWrong ? 1 : 0), all: all + 1 });
}

let settledMs = 0;
let settledCount = 0;
for (const row of readRows(file)) {
  const evidence = new DraftEvidence({ message: '', customer: null });
  evidence.add(findTurnPassages(row));
  settleSentence(row.sentence, evidence); // reads the passages
  for (const mode of ['cited', 'bare']) {
    const sentence = mode === 'cited' ? row.sentence.replace(/[.!?]$/, ' [1]$&') : row.sentence;
    const startedAt = performance.now();
    const { verdict } = settleSentence(sentence, evidence);
    settledMs += performance.now() - startedAt;
    settledCount += 1;
    const isWrong = (verdict === 'keep') !== row.isTrue;
    count(`${row.set}, ${mode}, ${row.isTrue ? 'true: dropped' : 'false: kept'}`, isWrong);
    if (!row.isTrue) count(`  ${row.set}, ${mode}, ${row.kind}: kept`, isWrong);
    if (isWrong && isListing) console.log(`${mode} ${row.isTrue ? 'dropped' : 'kept   '} ${row.sentence}`);
  }
}
for (const [key, { wrong, all }] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${key} ${wrong} of ${all} (${((100 * wrong) / all).toFixed(1)} %)`);
console.log(`${((1000 * settledMs) / settledCount).toFixed(0)} µs per sentence`);
