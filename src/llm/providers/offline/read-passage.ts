import { givesModelInstructions } from '../../../nlu/index.js';
import { splitSentences } from '../../../nlu/index.js';

const MAX_SENTENCES = 200;
const HEADING = /^#{1,6}\s/;
const RULE = /^\s*(?:[-*_]\s*){3,}$/;
const UNDERLINE = /^\s*={3,}\s*$/;
const LIST_ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;
const TABLE_SEPARATOR = /^\s*\|?\s*:?-{2,}[\s|:-]*$/;
const FENCE = /^\s*```/;
const LINK = /!?\[([^\]\n]{1,200})\]\([^)\s]{1,500}\)/g;
const EMPHASIS = /\*\*|__|`/g;
/** Footnotes of the source would read as citations of ours. */
const FOOTNOTE = / ?\[\^?\d{1,3}\]/g;
const EMPTY_CELL = /^[-–—]?$/;
/** "The following table shows …" announces what is not quoted with it. */
const ANNOUNCES =
  /^(?:the (?:following |next )?(?:table|list|overview)|this (?:page|section|table|list|document)|(?:see|below))\b.{0,40}\b(?:shows?|lists?|compares?|describes?|explains?|below|following|gives?|answers?|contains?|covers?)\b/i;
/** "Surgical guide: 145 EUR", "Night guard ...... 89,00": a line of its own, whatever stands below. */
const STATES_FACT = /^\s*[\p{L}\p{N}][^.!?:\n]{0,60}(?::\s+|\s?\.{3,}\s?|\t|\s{3,})\S.{0,80}$/u;
const LEADERS = /\s?\.{3,}\s?/g;
const LABEL = /^(?:Q|A|Question|Answer|Frage|Antwort)\s?[:.)]\s+/;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** One sentence of a passage; `row` where it was a row of a table. */
export interface PassageSentence {
  text: string;
  row: TableRow | null;
  /** The question it answers where it stands beneath one; empty elsewhere. */
  beneath: string;
}

export interface TableRow {
  /** What all rows of one table share: the names of its columns and what the rows are about. */
  table: { columns: readonly string[]; subjects: string[] };
  cells: readonly string[];
}

/**
 * The sentences of a passage in reading order, without Markdown. Headings, rules and code are left out; a table row
 * becomes `first cell: header cell, header cell.`; a list item is a sentence of its own.
 */
export function readPassage(markdown: string): PassageSentence[] {
  const reader = new PassageReader();
  for (const line of markdown.split(/\r?\n/)) reader.readLine(line);
  return reader.finish();
}

class PassageReader {
  private readonly sentences: PassageSentence[] = [];
  private paragraph: string[] = [];
  private table: TableRow['table'] | undefined;
  private inCode = false;
  private question = '';

  readLine(line: string): void {
    if (FENCE.test(line)) {
      this.endParagraph();
      this.inCode = !this.inCode;
    } else if (!this.inCode) {
      this.readTextLine(line);
    }
  }

  /** A sentence that tells whoever reads it what to do is no answer to anything, and is not passed on. */
  finish(): PassageSentence[] {
    this.endParagraph();
    return this.sentences.filter(({ text }) => !givesModelInstructions(text));
  }

  private readTextLine(line: string): void {
    if (TABLE_ROW.test(line) || TABLE_SEPARATOR.test(line)) {
      this.endParagraph();
      this.readTableLine(line);
      return;
    }
    this.table = undefined;
    if (UNDERLINE.test(line)) {
      // What stands above was a heading.
      this.paragraph = [];
    } else if (line.trim() === '' || HEADING.test(line) || RULE.test(line)) {
      this.endParagraph();
      if (HEADING.test(line)) this.question = line.trim().endsWith('?') ? plain(line.replace(HEADING, '')) : '';
    } else {
      this.readProse(line);
    }
  }

  private readProse(line: string): void {
    const item = LIST_ITEM.exec(line);
    const standsAlone = STATES_FACT.test(line);
    if (item !== null || standsAlone) this.endParagraph();
    this.paragraph.push(line.slice(item?.[0].length ?? 0).trim());
    if (standsAlone) this.endParagraph();
  }

  private readTableLine(line: string): void {
    if (TABLE_SEPARATOR.test(line)) return;
    const cells = line.trim().slice(1, -1).split('|').map(plain);
    // The first row of a table names the columns; a passage that begins inside a table has no way to know them.
    if (this.table === undefined) {
      this.table = { columns: cells, subjects: [] };
      return;
    }
    this.table.subjects.push(cells[0] ?? '');
    const row = { table: this.table, cells };
    this.sentences.push({ text: renderRow(row), row, beneath: '' });
  }

  private endParagraph(): void {
    if (this.paragraph.length === 0) return;
    const text = plain(this.paragraph.join(' '));
    this.paragraph = [];
    for (const labelled of splitSentences(text, MAX_SENTENCES)) {
      const sentence = labelled.replace(LABEL, '');
      // A question is no answer; what follows answers it.
      if (sentence.endsWith('?')) this.question = sentence;
      // A line like "The plans:" announces a list or table that is not quoted with it.
      else if (WORD_CHARACTER.test(sentence) && !sentence.endsWith(':') && !ANNOUNCES.test(sentence))
        this.sentences.push({ text: sentence, row: null, beneath: this.question });
    }
  }
}

function plain(text: string): string {
  return text
    .replace(LINK, '$1')
    .replace(EMPHASIS, '')
    .replace(FOOTNOTE, '')
    .replace(LEADERS, ': ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * "Growth: price per seat $49, SSO yes."
 * @param wanted indexes of the columns to keep; without them all
 */
export function renderRow({ table, cells }: TableRow, wanted?: ReadonlySet<number>): string {
  const parts = cells.flatMap((value, i) => {
    const keep = i > 0 && !EMPTY_CELL.test(value) && (wanted === undefined || wanted.has(i));
    return keep ? [{ name: inSentence(table.columns[i] ?? ''), value }] : [];
  });
  // Commas inside a name or a cell would run into those between them.
  const hasCommas = parts.some(({ name, value }) => `${name}${value}`.includes(','));
  const [behindSubject, behindName, between] = hasCommas ? [' – ', ': ', '; '] : [': ', ' ', ', '];
  const said = parts.map(({ name, value }) => (name === '' ? value : `${name}${behindName}${value}`));
  return `${cells[0] ?? ''}${behindSubject}${said.join(between)}.`;
}

/** "Price per seat" reads "price per seat" after a colon; "SSO" and "API calls" stay as they are. */
function inSentence(name: string): string {
  const second = name.charAt(1);
  return second !== '' && second === second.toLowerCase() ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
