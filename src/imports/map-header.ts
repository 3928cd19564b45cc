import { type DatasetColumn } from './import-dataset.js';

/** Header cells as they are compared: `Customer Id` -> `customer_id`. */
function fold(header: string): string {
  return (
    header
      .trim()
      .toLowerCase()
      // What PostgreSQL cannot store must not become the name of an attribute.
      .replace(/[\0\p{Surrogate}]/gu, '')
      .replace(/[\s\-.]+/gu, '_')
  );
}

export interface HeaderMap {
  /** The column's name at each position; a column the dataset does not know keeps its folded header. */
  names: string[];
  /** Required columns that no header stands for. */
  missing: string[];
}

/** Finds the dataset's columns in a header row, by name or alias. */
export function mapHeader(header: readonly string[], columns: readonly DatasetColumn[]): HeaderMap {
  const nameOf = new Map(columns.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((text) => [text, name])));
  const names = header.map((cell) => nameOf.get(fold(cell)) ?? fold(cell));
  const missing = columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name);
  return { names, missing };
}
