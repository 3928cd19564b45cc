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

/**
 * Finds the dataset's columns in a header row, by name or alias. Where several headers could stand for one column, its own name
 * goes before an alias, and an alias before a loose one, wherever they stand; the others keep their own names.
 */
export function mapHeader(header: readonly string[], columns: readonly DatasetColumn[]): HeaderMap {
  const meanings = rankHeaders(columns);
  const folded = header.map(foldHeader);
  const names = folded.map((own) => {
    const meant = meanings.get(own);
    if (meant === undefined) return own;
    const best = Math.min(...folded.map((other) => rankFor(meanings.get(other), meant.name)));
    return meant.rank === best ? meant.name : own;
  });
  const missing = columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name);
  return { names, missing };
}

/** What a header means, and how sure that is: 0 for the column's own name, 1 for an alias, 2 for a loose one. */
interface Meaning {
  name: string;
  rank: number;
}

function rankFor(meaning: Meaning | undefined, name: string): number {
  return meaning?.name === name ? meaning.rank : Infinity;
}

function rankHeaders(columns: readonly DatasetColumn[]): Map<string, Meaning> {
  const ranked = columns.flatMap(({ name, aliases = [], looseAliases = [] }) =>
    [looseAliases, aliases, [name]].flatMap((texts, place) =>
      texts.map((text): [string, Meaning] => [foldHeader(text), { name, rank: 2 - place }]),
    ),
  );
  // Of two columns that claim one header, the one that is surer of it.
  return new Map(ranked.sort(([, one], [, other]) => other.rank - one.rank));
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
