import { type DatasetColumn } from './import-dataset.js';

/** Header cells as they are compared: `Customer Id` and `CustomerID` are both `customer_id`. */
export function foldHeader(header: string): string {
  return (
    header
      .normalize('NFKC')
      // What PostgreSQL cannot store must not become the name of an attribute; what nobody sees must not tell names apart.
      .replace(/[\0\p{Surrogate}\p{Cf}]/gu, '')
      .trim()
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
      .toLowerCase()
      .replace(/[\s\-./_]+/gu, '_')
      .replace(/^_+|_+$/gu, '')
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
  const nameOf = namesByHeader(columns);
  const names = header.map((cell) => nameOf.get(foldHeader(cell)) ?? foldHeader(cell));
  const missing = columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name);
  return { names, missing };
}

function namesByHeader(columns: readonly DatasetColumn[]): Map<string, string> {
  return new Map(
    columns.flatMap(({ name, aliases = [], looseAliases = [] }) =>
      [...looseAliases, ...aliases, name].map((text): [string, string] => [foldHeader(text), name]),
    ),
  );
}

/** Each header as it stands and the column it was taken for; null: left out (unnamed, a second time, or of no use to the dataset). */
export function describeHeader(
  header: readonly string[],
  names: readonly string[],
  isUsed: (name: string) => boolean,
): { header: string; column: string | null }[] {
  return header.map((cell, position) => {
    const name = names[position] ?? '';
    const used = name !== '' && names.indexOf(name) === position && isUsed(name);
    return { header: cell.trim(), column: used ? name : null };
  });
}
