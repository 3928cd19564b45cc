import { type FileFailureCode } from '../file-refused.js';

/** Which workbook, and what reading it may cost. */
export interface WorkbookTask {
  path: string;
  maxInflatedBytes: number;
  maxInflateRatio: number;
  maxTextChars: number;
  maxColumns: number;
}

/** Text, number, boolean, error, ISO date; and a formula of which no value was stored. */
export type CellType = 's' | 'n' | 'b' | 'e' | 'd' | '';

/** column (from 0), type, index of the cell's style, the value as the file has it, and the formula where one made it. */
export type RawCell = [column: number, type: CellType, style: number, text: string, formula?: string];

/** Cells that hold something, in their order; null where a cell lies beyond the last column that is taken. */
export interface RawRow {
  row: number;
  cells: RawCell[] | null;
}

export interface SheetFacts {
  name: string;
  /** The name of its part in the archive. */
  part: string;
  date1904: boolean;
  /** For each cell style its number format: the number of a built-in one, or the code. */
  formats: (number | string)[];
  /** Ranges of merged cells, like `A2:A5`. */
  merged: string[];
}

/** A question to the thread, the sheet first. A pass is one reading of the sheet from its first row; several may be under way. */
export type WorkbookQuestion =
  { ask: 'sheet'; task: WorkbookTask } | { ask: 'rows'; pass: number } | { ask: 'end'; pass: number };

/** Its answer, one for each question. Rows come as JSON, which costs half of what cloning them does. */
export type WorkbookAnswer =
  { sheet: SheetFacts } | { rows: string; done: boolean } | { refused: { code: FileFailureCode; message: string } };
