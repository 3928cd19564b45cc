/**
 * False alarms and finds of contradictions, garbled figures and instructions in documents.
 * Usage: node scripts/measure/measure-doubts.mjs <data folder>, after `npm run build`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findContradictions } from '../../dist/src/rag/cite/find-contradictions.js';
import { isGarbled } from '../../dist/src/rag/cite/find-garbled-figures.js';
import { isInstruction } from '../../dist/src/rag/cite/is-instruction.js';
import { splitDocument } from '../../dist/src/rag/ingest/split-document.js';
import { splitSentences } from '../../dist/src/rag/text/split-sentences.js';
import { readRows } from './measure-support.mjs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: measure-doubts.mjs <data folder>');

const sentencesOf = (text) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

function report(name, documents) {
  const passages = documents.flatMap(({ id, text }) => {
    const { title, chunks } = splitDocument(text);
    return chunks.map((chunk) => ({ chunkId: `${id}#${chunk.ordinal}`, title: title ?? id, ...chunk }));
  });
  const sentences = passages.flatMap(({ text }) => sentencesOf(text));
  console.log(
    `${name}: ${passages.length} passages, ${findContradictions(passages).length} contradictions, ` +
      `${sentences.filter(isGarbled).length} garbled and ${sentences.filter(isInstruction).length} instructions ` +
      `of ${sentences.length} sentences`,
  );
}

const ownFolder = join(import.meta.dirname, '../../knowledge-base');
const own = readdirSync(ownFolder).filter((file) => file.endsWith('.md'));
report(
  'knowledge-base',
  own.map((id) => ({ id, text: readFileSync(join(ownFolder, id), 'utf8') })),
);
const guidelines = JSON.parse(readFileSync(join(folder, 'abcd-guidelines/guidelines.json'), 'utf8'));
report(
  'abcd-guidelines',
  Object.values(guidelines).flatMap(({ subflows }) =>
    Object.entries(subflows).map(([id, { actions }]) => {
      const steps = actions.map(({ text, subtext = [] }) => [text, ...subtext.map((line) => `- ${line}`)].join('\n'));
      return { id, text: `# ${id}\n\n${steps.join('\n\n')}` };
    }),
  ),
);

for (const name of ['text', 'code']) {
  const lines = readRows(join(folder, `bipia/dev/${name}_attacks.jsonl`)).map(({ attack }) => attack.split('\n')[0]);
  const recognised = lines.filter(isInstruction).length;
  const questions = lines.filter((line) => !isInstruction(line) && /\?\W*$/.test(line)).length;
  console.log(
    `bipia ${name} attacks: ${recognised} of ${lines.length} recognised, ${questions} of the others questions`,
  );
}
for (const name of ['email', 'table']) {
  const rows = readRows(join(folder, `bipia/dev/${name}_contexts.jsonl`));
  const sentences = rows.flatMap(({ context }) => sentencesOf(context));
  console.log(`bipia ${name}: ${sentences.filter(isInstruction).length} of ${sentences.length} taken for instructions`);
}
