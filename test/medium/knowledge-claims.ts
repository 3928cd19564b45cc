import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPassage, renderRow, type TableRow } from '../../src/llm/providers/offline/read-passage.js';
import { type ClaimEvidence } from '../../src/rag/cite/check-claims.js';
import { splitDocument } from '../../src/rag/ingest/split-document.js';
import { EDITS, PARAPHRASES, type Rewrite, type SourcedSentence } from './knowledge-claim-edits.js';

/** A sentence with the passages a turn could have found for it, its own first. */
export interface PlantedSentence {
  sentence: string;
  edit: string;
  evidence: ClaimEvidence[];
}

const PASSAGES_PER_TURN = 5;

/** A passage as a turn hands it to the check of claims; `body` is its text without the headings. */
export interface SourcedPassage extends ClaimEvidence {
  heading: string;
  body: string;
}

/** The passages of all documents of a folder, in the order of their names. */
export function listPassages(folder: string): SourcedPassage[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return files.sort().flatMap((file) => {
    const { title, chunks } = splitDocument(readFileSync(join(folder, file), 'utf8'));
    return chunks.map(({ heading, text, ordinal }): SourcedPassage => ({
      kind: 'knowledge',
      ref: `${file}#${ordinal}`,
      title: title ?? file,
      text: `${heading}\n${text}`,
      heading,
      body: text,
    }));
  });
}

/** The prose sentences of the passages without Markdown, and for each table row one sentence per cell and one for it all. */
export function listSentences(passages: readonly SourcedPassage[]): (SourcedSentence & { passage: number })[] {
  return passages.flatMap(({ body }, passage) => {
    const sentences = readPassage(body);
    const rows = sentences.flatMap(({ row }) => row ?? []);
    return sentences.flatMap(({ text, row }) => {
      if (row === null) return [{ sentence: text, rows: [], columns: [], passage }];
      const columns = row.cells.map((_, column) => column).slice(1);
      return [columns, ...columns.map((column) => [column])].map((own) => ({
        ...quoteRow(row, own, rows),
        passage,
      }));
    });
  });
}

function quoteRow(row: TableRow, columns: readonly number[], rows: readonly TableRow[]): SourcedSentence {
  const ofTable = rows.filter(({ table }) => table === row.table).map(({ cells }) => cells);
  return { sentence: renderRow(row, new Set(columns)), rows: ofTable, columns };
}

/** The sentence's own passage and the four that share most words with it, so that other plans' figures stand beside. */
function turnEvidence(passages: readonly SourcedPassage[], own: number): ClaimEvidence[] {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const mine = wordsOf(passages[own]?.text ?? '');
  const shared = (text: string) => [...wordsOf(text)].filter((word) => mine.has(word)).length;
  const others = passages
    .map((passage, index) => ({ passage, index, shared: shared(passage.text) }))
    .filter(({ index }) => index !== own)
    .sort((a, b) => b.shared - a.shared || a.index - b.index);
  const found = others.slice(0, PASSAGES_PER_TURN - 1).map(({ passage }) => passage);
  return [...passages.slice(own, own + 1), ...found];
}

function plant(folder: string, rewrites: readonly Rewrite[]): PlantedSentence[] {
  const passages = listPassages(folder);
  const evidence = passages.map((_, own) => turnEvidence(passages, own));
  return listSentences(passages).flatMap((source) =>
    rewrites.flatMap(([edit, rewrite]) =>
      rewrite(source.sentence, source).map((sentence) => ({
        sentence,
        edit,
        evidence: evidence[source.passage] ?? [],
      })),
    ),
  );
}

/** True sentences of the documents, verbatim and in other words. */
export function plantTrue(folder: string): PlantedSentence[] {
  return plant(folder, PARAPHRASES);
}

/** The same sentences, each with one fact changed. */
export function plantFalse(folder: string): PlantedSentence[] {
  return plant(folder, EDITS);
}
