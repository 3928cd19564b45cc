import { type LabelledText } from './engine/intent-model.js';

/** Names that public sets give to texts out of scope. */
const OUT_OF_SCOPE_NAMES: ReadonlySet<string> = new Set([
  '',
  'oos',
  'ood',
  'out_of_scope',
  'out-of-scope',
  'out of scope',
  'outofscope',
  'no_nodes_detected',
  'none',
  'null',
  'other_out_of_scope',
]);

/** A line that cannot be used; the message names the file and the line. */
export class LabelledTextError extends Error {
  override readonly name = 'LabelledTextError';
}

function readRow(line: string, where: string): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new LabelledTextError(`${where}: this is not JSON.`);
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new LabelledTextError(`${where}: a JSON object is expected, with "text" and "label".`);
  }
  return row as Record<string, unknown>;
}

function readText({ text, utterance }: Record<string, unknown>, where: string): string {
  const found = text ?? utterance;
  if (typeof found !== 'string') throw new LabelledTextError(`${where}: "text" (or "utterance") must be a string.`);
  return found;
}

function toLabel(value: unknown, where: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  throw new LabelledTextError(`${where}: a label must be a string.`);
}

const LABEL_FIELDS = ['label', 'intent', 'intents'];

function readLabels(row: Record<string, unknown>, where: string, lists: boolean): string[] {
  const name = LABEL_FIELDS.find((field) => Object.hasOwn(row, field));
  if (name === undefined && lists) return [];
  if (name === undefined) throw new LabelledTextError(`${where}: "label", "intent" or "intents" is missing.`);
  const value = row[name];
  const labels = (Array.isArray(value) ? value : [value]).map((label) => toLabel(label, where));
  return labels.filter((label) => !OUT_OF_SCOPE_NAMES.has(label.toLowerCase()));
}

/**
 * The rows of a JSONL file: `text` or `utterance`, and `label`, `intent` or `intents` (several at once). A row whose label
 * says out of scope, in whatever way, has none; so has a row without `intents` in a file whose other rows have lists.
 * @throws LabelledTextError
 */
export function parseLabelledTexts(content: string, file: string): LabelledText[] {
  const rows = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ line, where: `${file}:${at + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }) => ({ row: readRow(line, where), where }));
  if (rows.length === 0) throw new LabelledTextError(`${file}: there is no line in it.`);
  const lists = rows.some(({ row }) => Array.isArray(row['intents']));
  return rows.map(({ row, where }) => ({ text: readText(row, where), labels: readLabels(row, where, lists) }));
}
