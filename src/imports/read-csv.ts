import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/** One record of a CSV file; `cells` is null where the parser could not make out its end. */
export interface CsvRecord {
  /** As a spreadsheet counts, the header being row 1. */
  row: number;
  cells: string[] | null;
}

/** A record longer than this is an unclosed quote, not a row. */
const MAX_RECORD_BYTES = 256 * 1024;

/**
 * Streams the records of a UTF-8 CSV file, with or without a byte order mark, header included. Blank lines are left out.
 * Throws only when the file cannot be read.
 */
export async function* readCsv(path: string): AsyncGenerator<CsvRecord, void> {
  const broken: CsvRecord[] = [];
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_BYTES,
    skip_records_with_error: true,
    on_skip: () => {
      broken.push({ row: 0, cells: null });
      return undefined;
    },
  });
  const source = createReadStream(path);
  // Without this a file that is not there would be an unhandled event instead of a rejection.
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      for (const record of broken.splice(0)) yield { ...record, row: (row += 1) };
      row += 1;
      if (cells.length > 1 || cells[0]?.trim() !== '') yield { row, cells };
    }
    for (const record of broken.splice(0)) yield { ...record, row: (row += 1) };
  } finally {
    source.destroy();
  }
}
