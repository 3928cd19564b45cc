import { readWholeXml, readXml } from './read-xml.mjs';
import { Refusal } from './refusal.mjs';

/** @import { CellType, RawCell, RawRow, WorkbookTask } from '../workbook-protocol.js' */

/** @type {ReadonlyMap<string, CellType>} */
const TYPES = new Map([
  ['s', 's'],
  ['str', 's'],
  ['inlineStr', 's'],
  ['b', 'b'],
  ['e', 'e'],
  ['d', 'd'],
]);

/** Text of strings: runs are joined, phonetic readings (`rPh`) are not part of it. */
class StringText {
  text = '';
  inText = false;
  inPhonetic = false;

  /** @param {number} maxChars */
  constructor(maxChars) {
    this.maxChars = maxChars;
  }

  reset() {
    this.text = '';
  }

  /** @param {string} name */
  open(name) {
    if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = !this.inPhonetic;
  }

  /** @param {string} name */
  close(name) {
    if (name === 'rPh') this.inPhonetic = false;
    else if (name === 't') this.inText = false;
  }

  /** @param {string} text */
  add(text) {
    this.text += text;
    if (this.text.length > this.maxChars) throw new Refusal('too_large', 'A cell of the workbook holds too much text.');
  }

  /** The text with what Office writes for characters XML cannot hold, `_x000D_`, as those. */
  take() {
    const text = this.text;
    this.text = '';
    if (!text.includes('_x')) return text;
    return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, /** @type {string} */ code) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }
}

/**
 * @param {AsyncIterable<Buffer>} stream
 * @param {WorkbookTask} task
 */
export async function readSharedStrings(stream, task) {
  /** @type {string[]} */
  const strings = [];
  const current = new StringText(task.maxTextChars);
  await readWholeXml(stream, {
    open: (name) => {
      if (name === 'si') current.reset();
      else current.open(name);
    },
    text: (text) => {
      if (current.inText) current.add(text);
    },
    close: (name) => {
      if (name === 'si') strings.push(current.take());
      else current.close(name);
    },
  });
  return strings;
}

/**
 * The rows of a sheet that hold anything, a block at a time.
 * @param {AsyncIterable<Buffer>} stream
 * @param {readonly string[]} strings
 * @param {WorkbookTask} task
 * @returns {AsyncGenerator<RawRow[], void>}
 */
export async function* readSheet(stream, strings, task) {
  const reader = new SheetReader(strings, task);
  const blocks = readXml(stream, reader);
  while ((await blocks.next()).done !== true) yield reader.rows.splice(0);
}

/** @typedef {{ type: string, style: number, hasValue: boolean, formula: string | undefined }} Cell */

class SheetReader {
  /** @type {RawRow[]} */
  rows = [];
  /** @type {RawRow} */
  row = { row: 0, cells: [] };
  column = -1;
  /** @type {Cell | undefined} */
  cell = undefined;
  inValue = false;
  inFormula = false;
  formula = '';

  /**
   * @param {readonly string[]} strings
   * @param {WorkbookTask} task
   */
  constructor(strings, task) {
    this.strings = strings;
    this.task = task;
    this.value = new StringText(task.maxTextChars);
  }

  /** @type {import('./read-xml.mjs').XmlListener['open'] & {}} */
  open = (name, attributes) => {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (this.cell === undefined) return;
    else if (name === 'v') this.inValue = this.cell.hasValue = true;
    else if (name === 'f') this.inFormula = true;
    else if (name === 'is') this.cell.hasValue = true;
    else this.value.open(name);
  };

  /** @param {string} text */
  text = (text) => {
    if (this.inValue || this.value.inText) this.value.add(text);
    else if (this.inFormula && this.formula.length < 200) this.formula += text;
  };

  /** @param {string} name */
  close = (name) => {
    if (name === 'v') this.inValue = false;
    else if (name === 'f') this.closeFormula();
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else this.value.close(name);
  };

  /** @param {Readonly<Record<string, string>>} attributes */
  openRow(attributes) {
    const given = Number(attributes['r']);
    const next = this.row.row + 1;
    // Rows need not be numbered, and a number that goes back or beyond every sheet is none.
    this.row = { row: Number.isInteger(given) && given >= next && given <= 1_048_576 ? given : next, cells: [] };
    this.column = -1;
  }

  /** @param {Readonly<Record<string, string>>} attributes */
  openCell(attributes) {
    const column = columnOf(attributes['r'] ?? '') ?? this.column + 1;
    this.column = column > this.column ? column : this.column + 1;
    const style = Number(attributes['s'] ?? 0);
    this.cell = { type: attributes['t'] ?? 'n', style, hasValue: false, formula: undefined };
    this.value.reset();
  }

  closeFormula() {
    this.inFormula = false;
    if (this.cell !== undefined) this.cell.formula = `=${this.formula.slice(0, 200)}`;
    this.formula = '';
  }

  closeCell() {
    const { cell } = this;
    this.cell = undefined;
    if (cell === undefined) return;
    if (this.column >= this.task.maxColumns && (cell.hasValue || cell.formula !== undefined)) this.row.cells = null;
    const taken = this.value.take();
    const text = cell.type === 's' ? (this.strings[Number(taken)] ?? '') : taken;
    if (text !== '' || cell.formula !== undefined) this.row.cells?.push(this.rawCell(cell, text));
  }

  /**
   * @param {Cell} cell
   * @param {string} text
   * @returns {RawCell}
   */
  rawCell({ type, style, formula }, text) {
    const told = text === '' ? '' : (TYPES.get(type) ?? 'n');
    return formula === undefined ? [this.column, told, style, text] : [this.column, told, style, text, formula];
  }

  closeRow() {
    if (this.row.cells === null || this.row.cells.length > 0) this.rows.push(this.row);
  }
}

/**
 * `C7` -> 2; undefined for what names no column.
 * @param {string} reference
 */
function columnOf(reference) {
  let column = 0;
  for (let at = 0; at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) return at === 0 ? undefined : column - 1;
    column = column * 26 + letter;
  }
  return column - 1;
}
