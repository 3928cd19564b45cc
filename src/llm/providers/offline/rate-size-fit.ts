import { type TableRow } from './read-passage.js';

const UNIT = String.raw`(?:seats?|users?|people|persons|employees|agents?|reps?|licen[cs]es?|members|staff)`;
const N = String.raw`(\d{1,3}(?:[,. ]\d{3})+|\d{1,6})`;
const FROM = new RegExp(
  String.raw`(?:\b(?:from|at least|minimum(?: of)?|more than|over|above|starting (?:at|with|from)) ${N} ${UNIT}|\b${N}(?: or more|\+| and (?:more|above|up)) ?${UNIT}?)`,
  'i',
);
const UP_TO = new RegExp(
  String.raw`\b(?:up to|at most|maximum(?: of)?|max\.? |fewer than|less than|under|below|ends? at) ${N} ${UNIT}`,
  'i',
);
const BETWEEN = new RegExp(String.raw`\b${N}(?: to | ?[-–] ?| and )${N} ${UNIT}`, 'i');
const EXACTLY = new RegExp(String.raw`\b(?:for|with|of) ${N} (?:\p{L}+ )?${UNIT}`, 'iu');
const SIZE_COLUMN = new RegExp(String.raw`\b(?:${UNIT}|team size|company size|size)\b`, 'i');
const RANGE_CELL = new RegExp(String.raw`^${N}(?: to | ?[-–] ?)${N}$`);
const LOWER_CELL = new RegExp(
  String.raw`^(?:from |at least |over |more than )?${N}(?: or more|\+| and (?:more|above|up))?$`,
  'i',
);
const UPPER_CELL = new RegExp(String.raw`^(?:up to|at most|under|below) ${N}$`, 'i');
const UNIT_BEHIND = new RegExp(` ?${UNIT}$`, 'i');
const IS_COUNT = /^(?=.*\d)[^$€£%]*$/;

const HAS_DIGIT = /\d/;

const FITS = 1.5;
const IS_OTHER = 0.35;

/** How well a sentence goes with a number of people: above 1 where its condition holds, below where it does not. */
export function rateSizeFit(text: string, size: number | null): number {
  // Asked of every sentence, and few have a number in them.
  if (size === null || !HAS_DIGIT.test(text)) return 1;
  const range = BETWEEN.exec(text);
  if (range !== null) return rate(size >= toNumber(range[1]) && size <= toNumber(range[2]));
  const lower = FROM.exec(text);
  if (lower !== null) return rate(size >= toNumber(lower[1] ?? lower[2]));
  const upper = UP_TO.exec(text);
  if (upper !== null) return rate(size <= toNumber(upper[1]));
  const exact = EXACTLY.exec(text);
  return exact === null ? 1 : rate(size === toNumber(exact[1]));
}

/** The same for a row of a table that says for how many people it is; undefined where it does not say so. */
export function rowHoldsSize({ table, cells }: TableRow, size: number | null): boolean | undefined {
  if (size === null) return undefined;
  const sizes = cells.filter((cell, i) => SIZE_COLUMN.test(table.columns[i] ?? '') && IS_COUNT.test(cell));
  return sizes.map((cell) => cellHolds(cell.replace(UNIT_BEHIND, ''), size)).find((holds) => holds !== undefined);
}

function cellHolds(value: string, size: number): boolean | undefined {
  const range = RANGE_CELL.exec(value);
  if (range !== null) return size >= toNumber(range[1]) && size <= toNumber(range[2]);
  const upper = UPPER_CELL.exec(value);
  if (upper !== null) return size <= toNumber(upper[1]);
  const lower = LOWER_CELL.exec(value);
  // A bare number says neither.
  return lower === null || value === lower[1] ? undefined : size >= toNumber(lower[1]);
}

const TIER = new RegExp(`${N}(?: to | ?[-–] ?)${N}`);
const TIER_FROM = new RegExp(
  String.raw`(?:(?:from|over|above|at least|more than) ${N}|${N} ?(?:[+]|or more|and (?:more|above|up)))`,
  'i',
);
const TIER_UP_TO = new RegExp(`(?:up to|under|below|at most|fewer than) ${N}`, 'i');

/** The columns of a table whose names say that they are for this number: "per week, 5-9 units". */
export function listColumnsForSize({ table }: TableRow, size: number | null): number[] {
  if (size === null) return [];
  return table.columns.flatMap((name, i) => (i > 0 && columnHolds(name, size) ? [i] : []));
}

function columnHolds(name: string, size: number): boolean {
  const tier = TIER.exec(name);
  if (tier !== null) return size >= toNumber(tier[1]) && size <= toNumber(tier[2]);
  const upTo = TIER_UP_TO.exec(name);
  if (upTo !== null) return size <= toNumber(upTo[1]);
  const from = TIER_FROM.exec(name);
  return from !== null && size >= toNumber(from[1] ?? from[2]);
}

function rate(holds: boolean): number {
  return holds ? FITS : IS_OTHER;
}

function toNumber(written: string | undefined): number {
  return Number((written ?? '').replace(/[,. ]/g, ''));
}
