/** One page of a keyset list, as every list route answers it. */
export interface Page<T> {
  data: T[];
  page: { limit: number; next_cursor: string | null; has_more: boolean };
}

/** An opaque cursor: the sort key of the last row shown, as URL-safe base64 of a JSON array. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key inside a cursor, or undefined when it is none of ours or has another number of parts. */
export function decodeCursor(cursor: string, parts: number): (string | number)[] | undefined {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  const wellFormed =
    Array.isArray(key) &&
    key.length === parts &&
    key.every((part) => typeof part === 'string' || Number.isSafeInteger(part));
  return wellFormed ? (key as (string | number)[]) : undefined;
}

/**
 * Folds `limit + 1` rows into a page: the surplus row only says that there is more.
 * @param keyOf the sort key of a row, in the order the query sorts by
 */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => (string | number)[]): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const hasMore = rows.length > limit;
  return {
    data,
    page: { limit, next_cursor: hasMore && last !== undefined ? encodeCursor(keyOf(last)) : null, has_more: hasMore },
  };
}
