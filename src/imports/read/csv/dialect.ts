export type LineEnd = 'LF' | 'CRLF' | 'CR';

/** How a text file writes its table. */
export interface Dialect {
  /** null: one column. */
  delimiter: string | null;
  quote: string;
  lineEnd: LineEnd;
}

/** The character that ends a line; before a LF a CR belongs to the line end as well. */
export function lineFeedOf(dialect: Dialect): string {
  return dialect.lineEnd === 'CR' ? '\r' : '\n';
}
