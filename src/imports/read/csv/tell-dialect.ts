import { type Dialect, type LineEnd } from './dialect.js';
import { RecordSplitter } from './split-records.js';

export interface ToldDialect extends Dialect {
  /** Whether a cell of the sample is quoted. */
  quoted: boolean;
  /** Characters of a leading `sep=` line, its line end included; 0 without one. */
  separatorLineChars: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_RECORDS = 200;
/** A delimiter that the first line lacks counts only when nearly all other lines agree on it: titles stand above tables. */
const MIN_SHARE_WITHOUT_FIRST = 0.6;

/** Tells how a table is written from the beginning of its text. `isWhole`: the sample is the whole file. */
export function tellDialect(sample: string, isWhole: boolean): ToldDialect {
  const separator = /^"?sep=([^\r\n"])"?(\r\n|\n|\r)/i.exec(sample);
  const separatorLineChars = separator?.[0].length ?? 0;
  const text = sample.slice(separatorLineChars);
  const quote = tellQuote(text);
  const lineEnd = tellLineEnd(separatorLineChars > 0 && text === '' ? sample : text, quote.quote);
  const delimiter = separator?.[1] ?? tellDelimiter(text, quote.quote, lineEnd, isWhole);
  return { delimiter, lineEnd, ...quote, separatorLineChars };
}

function tellQuote(text: string): { quote: string; quoted: boolean } {
  if (/(?:^|[,;\t|])[ \t]*"/m.test(text)) return { quote: '"', quoted: true };
  // An apostrophe is a quote only where every cell that starts with one ends with one, and there are several.
  const opened = text.match(/(?:^|[,;\t|])'/gm)?.length ?? 0;
  const closed = text.match(/(?:^|[,;\t|])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/gm)?.length ?? 0;
  return opened >= 3 && opened === closed ? { quote: "'", quoted: true } : { quote: '"', quoted: false };
}

/** The commonest line end outside quotes. Where there is any LF, a lone CR is text. */
function tellLineEnd(text: string, quote: string): LineEnd {
  const counts = { LF: 0, CRLF: 0, CR: 0 };
  // Every second part between quotes stands inside a pair of them; doubled quotes leave an empty part there.
  for (const [index, part] of text.split(quote).entries()) {
    if (index % 2 === 1) continue;
    for (const [end] of part.matchAll(/\r\n|\n|\r/g)) counts[end === '\n' ? 'LF' : end === '\r' ? 'CR' : 'CRLF'] += 1;
  }
  if (counts.LF + counts.CRLF === 0) return counts.CR > 0 ? 'CR' : 'LF';
  return counts.CRLF > counts.LF ? 'CRLF' : 'LF';
}

interface Rating {
  delimiter: string;
  share: number;
  width: number;
  /** Share of cells that start with a blank, as words behind a comma do. */
  blanks: number;
}

/** The delimiter that gives most records the same number of cells, two at least; null where none does. */
function tellDelimiter(text: string, quote: string, lineEnd: LineEnd, isWhole: boolean): string | null {
  const ratings = DELIMITERS.map((delimiter) => rate(text, { delimiter, quote, lineEnd }, isWhole));
  const best = ratings
    .filter((rating) => rating !== undefined)
    .sort((a, b) => b.share - a.share || a.blanks - b.blanks || b.width - a.width)[0];
  return best?.delimiter ?? null;
}

function rate(text: string, dialect: Dialect & { delimiter: string }, isWhole: boolean): Rating | undefined {
  const splitter = new RecordSplitter(dialect, text.length + 1);
  const records = [...splitter.push(text), ...(isWhole ? splitter.finish() : [])].slice(0, SAMPLE_RECORDS);
  const cells = records.flatMap((record) => (record.cells === null ? [] : [record.cells]));
  const widths = new Map<number, number>();
  for (const { length } of cells) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [mode] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (mode === undefined) return undefined;
  const [width, count] = mode;
  const share = Math.round((count / records.length) * 20) / 20;
  if ((cells[0]?.length ?? 0) < 2 && share < MIN_SHARE_WITHOUT_FIRST) return undefined;
  const all = cells.flat();
  const blanks = Math.round((all.filter((cell) => cell.startsWith(' ')).length / all.length) * 5);
  return { delimiter: dialect.delimiter, share, width, blanks };
}
