import { trimText } from './trim-text.js';

export interface Respelling {
  from: string;
  to: string;
  count: number;
}

export interface SpellingSources {
  /** Spellings the database already has: what was once written one way stays so. */
  stored?: Iterable<string>;
  /** Spellings the product itself prefers. */
  known?: Iterable<string>;
}

/** A column with more spellings than this is no list of names; what comes later is kept as it stands. */
const MAX_SPELLINGS = 20_000;
/** Longer values are texts, not names. */
const MAX_NAME_CHARS = 200;

/**
 * Gives every value of a column one spelling: `EMAIL`, `e-mail` and `Email ` become `Email`. Values differ in spelling
 * when they are equal but for case, blanks, hyphens and dots. A stored spelling wins, then a known one, then the one the
 * file uses most, whatever the order of its rows; nothing is dropped or renamed beyond that.
 */
export class SpellingUnifier {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly preferred = new Map<string, string>();
  private readonly chosen = new Map<string, string>();
  private spellings = 0;

  constructor({ stored = [], known = [] }: SpellingSources = {}) {
    // Sorted: of two stored spellings of one value the same one wins in every import.
    for (const source of [[...stored].sort(), known]) {
      for (const spelling of source) {
        const key = foldSpelling(spelling);
        if (!this.preferred.has(key)) this.preferred.set(key, spelling);
      }
    }
  }

  /** First pass: counts a value. */
  add(value: string): void {
    const text = trimText(value);
    if (text.length > MAX_NAME_CHARS) return;
    const key = foldSpelling(text);
    const counts = this.counts.get(key) ?? new Map<string, number>();
    const count = counts.get(text);
    if (count === undefined) {
      if (this.spellings >= MAX_SPELLINGS) return;
      this.spellings += 1;
      this.counts.set(key, counts);
    }
    // A cell cut from a block of the file would keep the whole block in memory: the first of each spelling is copied.
    counts.set(count === undefined ? Buffer.from(text, 'utf16le').toString('utf16le') : text, (count ?? 0) + 1);
    this.chosen.delete(key);
  }

  /** Second pass: the one spelling of a value; its own, trimmed, where nothing else is known. */
  canonical(value: string): string {
    const text = trimText(value);
    if (text.length > MAX_NAME_CHARS) return text;
    const key = foldSpelling(text);
    const known = this.chosen.get(key);
    if (known !== undefined) return known;
    const counts = this.counts.get(key);
    const spelling = this.preferred.get(key) ?? (counts === undefined ? text : mostUsed(counts));
    if (counts !== undefined) this.chosen.set(key, spelling);
    return spelling;
  }

  /** What was counted under another spelling than the canonical one. */
  respelled(): Respelling[] {
    return [...this.counts.values()].flatMap((counts) =>
      [...counts]
        .map(([from, count]) => ({ from, to: this.canonical(from), count }))
        .filter(({ from, to }) => from !== to),
    );
  }
}

/** Codes of so few letters ("A-", "b") differ by their case and their signs. */
const MIN_LETTERS = 3;
const SEPARATORS = String.raw`[\s\-_.\u2010-\u2015]+`;
/** Between letters, or a letter and a digit: `e-mail`, `Side Effects`. Those between digits, in front and behind stay. */
const BETWEEN_LETTERS = new RegExp(
  String.raw`(?<=\p{L})${SEPARATORS}(?=[\p{L}\p{N}])|(?<=\p{N})${SEPARATORS}(?=\p{L})`,
  'gu',
);

/** What two spellings of one value share. `1-2` is not `12`, and a grade `A-` no `A`. */
export function foldSpelling(value: string): string {
  const normal = value.normalize('NFKC').trim();
  if ((normal.match(/\p{L}/gu) ?? []).length < MIN_LETTERS) return normal;
  return normal.toLowerCase().replace(BETWEEN_LETTERS, '');
}

function mostUsed(counts: ReadonlyMap<string, number>): string {
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || rankCase(a[0]) - rankCase(b[0]) || (a[0] < b[0] ? -1 : 1));
  return best?.[0] ?? '';
}

/** Between equally frequent spellings: `Email` before `email` before `EMAIL`. */
function rankCase(spelling: string): number {
  if (spelling === spelling.toUpperCase() && spelling.length > 1) return 2;
  return spelling === spelling.toLowerCase() ? 1 : 0;
}
