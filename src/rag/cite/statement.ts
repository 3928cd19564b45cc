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
  /** Of a row: what stands under each further heading, which is given as slot and as written. */
  readonly cells: readonly { column: string; heading: string; terms: readonly string[] }[];
  /** Of a row: its first cell, as written. */
  readonly subject: string | null;
  /** What the text around it is about: its heading and, where it says nothing of its own, the sentence before. */
  readonly about: ReadonlySet<string>;
  readonly denials: readonly Denial[];
  readonly sides: Sides;
  readonly figures: readonly StatedFigure[];
}
