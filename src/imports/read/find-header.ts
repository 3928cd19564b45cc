/** How far down a header is looked for. */
export const HEADER_SEARCH_RECORDS = 20;

/**
 * The position of the header among a table's first records. Records above it that hold one value at most (a title, a
 * remark) are passed over where the records below clearly have more columns; otherwise the first record is the header.
 */
export function findHeader(records: readonly (readonly string[])[]): number {
  const filled = records
    .slice(0, HEADER_SEARCH_RECORDS)
    .map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const header = filled.findIndex((count) => count >= 2);
  return header === -1 ? 0 : header;
}
