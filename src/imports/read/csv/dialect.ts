export type LineEnd = 'LF' | 'CRLF' | 'CR';

/** How a text file writes its table. */
export interface Dialect {
  /** null: one column. */
  delimiter: string | null;
  quote: string;
  /** Quotes inside quotes are written `\"`, as some databases do, and not doubled. */
  backslashes?: boolean;
  lineEnd: LineEnd;
}

/** The character that ends a line; before a LF a CR belongs to the line end as well. */
export function lineFeedOf(dialect: Dialect): string {
  return dialect.lineEnd === 'CR' ? '\r' : '\n';
}
