import { type Tier } from '../../nlu/index.js';
import { type DocumentText } from '../../rag/index.js';

const TABLE_ROW = /^\s*\|(.*)\|\s*$/;
const SEPARATOR = /^[\s|:-]+$/;
const PLANS = /^(?:plan|tier|edition|package)s?$/i;
const PER_UNIT = /\bper (?:seat|user|person|agent|member|licen[cs]e|month)\b|\bprice\b/i;
const MONEY = /[$€£] ?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{2}))?/g;
const MIN_TIERS = 2;

/** The plans of the first price list of the documents, the smallest first; empty where there is none. Pure; knows no company. */
export function readLadder(documents: readonly DocumentText[]): Tier[] {
  for (const { content } of documents) {
    const tiers = readTables(content).find(
      (rows) => rows.length >= MIN_TIERS && rows.every(({ prices }) => prices.length > 0),
    );
    if (tiers !== undefined) return [...tiers].sort((a, b) => Math.min(...a.prices) - Math.min(...b.prices));
  }
  return [];
}

/** Every table of plans with its prices: lines of cells without another line between them. */
function readTables(content: string): Tier[][] {
  const tables: string[][][] = [[]];
  for (const line of content.split('\n')) {
    const cells = readCells(line);
    if (cells === undefined) tables.push([]);
    else if (!SEPARATOR.test(line)) tables.at(-1)?.push(cells);
  }
  return tables.flatMap(([header = [], ...rows]) => (isPriceList(header) ? [rows.map(toTier)] : []));
}

function readCells(line: string): string[] | undefined {
  return TABLE_ROW.exec(line)?.[1]
    ?.split('|')
    .map((cell) => cell.replace(/\*\*|`/g, '').trim());
}

function isPriceList([subject = '', ...columns]: readonly string[]): boolean {
  return PLANS.test(subject) && columns.some((column) => PER_UNIT.test(column));
}

function toTier([name = '', ...cells]: readonly string[]): Tier {
  return { name, prices: cells.flatMap(readPrices) };
}

function readPrices(cell: string): number[] {
  return [...cell.matchAll(MONEY)].map(([, whole = '', cents = '0']) =>
    Number(`${whole.replaceAll(',', '')}.${cents}`),
  );
}
