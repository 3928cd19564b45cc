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

/** Every table of plans with its prices. */
function readTables(content: string): Tier[][] {
  const tables: Tier[][] = [];
  let header: string[] | undefined;
  let current: Tier[] | undefined;
  for (const line of content.split('\n')) {
    const cells = TABLE_ROW.exec(line)?.[1]
      ?.split('|')
      .map((cell) => cell.replace(/\*\*|`/g, '').trim());
    if (cells === undefined) {
      header = undefined;
      current = undefined;
    } else if (header === undefined) {
      header = cells;
      current = PLANS.test(cells[0] ?? '') && cells.some((cell) => PER_UNIT.test(cell)) ? [] : undefined;
      if (current !== undefined) tables.push(current);
    } else if (current !== undefined && !SEPARATOR.test(line)) {
      current.push({ name: cells[0] ?? '', prices: cells.slice(1).flatMap(readPrices) });
    }
  }
  return tables;
}

function readPrices(cell: string): number[] {
  return [...cell.matchAll(MONEY)].map(([, whole = '', cents = '0']) =>
    Number(`${whole.replaceAll(',', '')}.${cents}`),
  );
}
