import { type RowFinding } from '../../import-dataset.js';
import { FileRefused } from '../file-refused.js';
import { findHeader, HEADER_SEARCH_RECORDS } from '../find-header.js';
import { type ReadLimits } from '../read-limits.js';
import { eachRecord, type OpenTable, type TableRecord } from '../table.js';
import { refuseOtherText } from '../tell-format.js';
import { decodeStart, readText } from './read-text.js';
import { scanEncoding } from './scan-encoding.js';
import { RecordSplitter, type SplitRecord } from './split-records.js';
import { tellDialect, type ToldDialect } from './tell-dialect.js';
import { type Encoding } from './tell-encoding.js';

interface Source {
  path: string;
  encoding: Encoding;
  dialect: ToldDialect;
  limits: ReadLimits;
}

/**
 * Opens a text file as a table: reads it once for its encoding and tells the rest from its beginning.
 * @throws FileRefused for what is no table
 */
export async function openCsv(path: string, head: Buffer, isWhole: boolean, limits: ReadLimits): Promise<OpenTable> {
  const encoding = await scanEncoding(path, head);
  const sample = decodeStart(head, encoding);
  refuseOtherText(sample, isWhole);
  const dialect = tellDialect(sample, isWhole);
  const source = { path, encoding, dialect, limits };
  const { header, headerRow } = await readHeader(source);
  if (header.length > limits.maxColumns) {
    throw new FileRefused('not_a_table', `The header has more than ${limits.maxColumns} columns.`);
  }
  return {
    format: 'csv',
    encoding: encoding.name,
    delimiter: dialect.delimiter,
    lineEnd: dialect.lineEnd,
    quote: dialect.quoted ? dialect.quote : null,
    header,
    headerRow,
    sheet: null,
    records: (signal) => eachRecord(readBlocks(source, header.length, headerRow, signal)),
    blocks: (signal) => readBlocks(source, header.length, headerRow, signal),
    close: async () => Promise.resolve(),
  };
}

async function readHeader(source: Source): Promise<{ header: string[]; headerRow: number }> {
  const first: (SplitRecord & { cells: string[] })[] = [];
  for await (const records of splitFile(source)) {
    for (const { cells, ...record } of records) if (cells !== null) first.push({ ...record, cells });
    if (first.length >= HEADER_SEARCH_RECORDS) break;
  }
  const header = first[findHeader(first.map(({ cells }) => cells))];
  if (header === undefined) throw new FileRefused('not_a_table', 'The file has no line that could be a header.');
  return { header: header.cells, headerRow: header.row };
}

/** The file's records, a block at a time. */
async function* splitFile(source: Source, width?: number, signal?: AbortSignal): AsyncGenerator<SplitRecord[], void> {
  const { dialect, limits } = source;
  const splitter = new RecordSplitter(dialect, limits.maxRecordChars);
  if (width !== undefined) splitter.expectWidth(width);
  let toSkip = dialect.separatorLineChars;
  for await (const text of readText(source.path, source.encoding, signal)) {
    const records = splitter.push(toSkip > 0 ? text.slice(toSkip) : text);
    toSkip = Math.max(0, toSkip - text.length);
    yield records;
  }
  yield splitter.finish();
}

async function* readBlocks(
  source: Source,
  width: number,
  headerRow: number,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<TableRecord>, void> {
  for await (const records of splitFile(source, width, signal)) {
    yield toTableRecords(records, width, headerRow, source.encoding);
  }
}

function* toTableRecords(
  records: readonly SplitRecord[],
  width: number,
  headerRow: number,
  encoding: Encoding,
): Generator<TableRecord, void> {
  for (const record of records) if (record.row > headerRow) yield toTableRecord(record, width, encoding);
}

function toTableRecord(record: SplitRecord, width: number, encoding: Encoding): TableRecord {
  const { row, cells } = record;
  if (cells === null) return { row, cells: null, fault: fault('truncated_row', record.text) };
  const joined = (): string => cells.join(',').slice(0, 200);
  // A file that ends without a line end ends, mostly, in a whole row; with cells missing it was cut off.
  if (!record.ended && cells.length < width) return { row, cells: null, fault: fault('truncated_row', joined()) };
  const { broken } = encoding;
  if (broken !== null && cells.some((cell) => broken.test(cell))) {
    return { row, cells: null, fault: fault('bad_encoding', joined()) };
  }
  return { row, cells };
}

function fault(code: RowFinding['code'], value: string): RowFinding {
  return { code, column: null, value };
}
