import { type Figure } from './figure.js';
import { type Denial, type ReadWord } from './read-denials.js';
import { type Sides } from './read-sides.js';

/** A figure with what its part of the sentence says about it. */
export interface StatedFigure {
  readonly figure: Figure;
  /** Terms of its part of the sentence; of a table cell those of its column's heading and of the row's first cell. */
  readonly near: ReadonlySet<string>;
  /** Terms within the figure itself, such as its unit. */
  readonly own: ReadonlySet<string>;
  /** Names it belongs to: of its part, else of the parts before it. */
  readonly names: ReadonlySet<string>;
  readonly sides: Sides;
  /** Where its part of the sentence, or its cell, begins. */
  readonly part: number;
}

/** What stands under a further heading of a row, which is given as slot (`column`) and as written, lower case. */
export interface RowCell {
  readonly column: string;
  readonly heading: string;
  readonly text: string;
  readonly terms: readonly string[];
}

/** One sentence or table row, read once. */
export interface Statement {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly terms: ReadonlySet<string>;
  readonly words: readonly ReadWord[];
  /** Capitalised words of the sentence, or what stands in the first cell of a row. */
  readonly names: ReadonlySet<string>;
  readonly slots: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of a row: the cells behind the first one. */
  readonly cells: readonly RowCell[];
  /** Of a row: its first cell, as written. */
  readonly subject: string | null;
  /** What the text around it is about: its heading and, where it says nothing of its own, the sentence before. */
  readonly about: ReadonlySet<string>;
  readonly denials: readonly Denial[];
  readonly sides: Sides;
  readonly figures: readonly StatedFigure[];
}
