import { type PartialDate } from './read-date.js';

/** How a text limits a figure: at least, at most, or one end of a range; `exact` where it says nothing of the kind. */
export type FigureBound = 'exact' | 'min' | 'max' | 'low' | 'high';

/** A figure in its normal form, with its place in the text. Two figures state the same when their forms agree. */
export interface Figure {
  kind:
    | 'money'
    | 'free'
    | 'percent'
    | 'date'
    | 'time'
    | 'duration'
    | 'ratio'
    | 'frequency'
    | 'quantity'
    | 'standard'
    | 'link';
  text: string;
  start: number;
  end: number;
  /** Of dates, links, `free` and standards named without a number: 0. Of times of the day: minutes since midnight. */
  amount: number;
  /** ISO currency, `%` or `pp`, `minute` or `month`, the stem of what is counted, a standard's name or an address; null for a bare number. */
  unit: string | null;
  /**
   * Of quantities: the unit and the next few words' stems, since an adjective may stand before what is counted. Of `free`:
   * the stems around it.
   */
  nearby: readonly string[];
  /** What a price is for: `month`, `year`, …; null where the text does not say. */
  period: string | null;
  /** What a price is counted by: `seat`, `workspace`, …; null where the text does not say. */
  per: string | null;
  dates: PartialDate[];
  bound: FigureBound;
  /** Whether a percentage or amount is on top or taken off; null where the text does not say. */
  direction: 'up' | 'down' | null;
  /** Of standards: whether the text denies it. */
  negated: boolean;
  /** Whether it stands in a table row, whose heading may hold the unit. */
  inTable: boolean;
}

/** Makes the normal form of what a pattern found; `start` and `end` where the figure is a part of the match. */
export type FigureReader = (match: RegExpExecArray) => Pick<Figure, 'kind' | 'amount' | 'unit'> & Partial<Figure>;
