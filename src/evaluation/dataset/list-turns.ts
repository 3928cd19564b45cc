import { type Expectation } from './expectation.js';
import { type GoldenCase, type Split } from './golden-case.js';

/** One message to be answered and judged: what metrics look at. */
export interface GoldenTurn {
  /** The case's id; in a conversation with the number of the turn, `case#2`. */
  id: string;
  split: Split;
  message: string;
  expect: Expectation;
}

/** The turns of a case, in the order in which they are played. */
export function listTurns({ id, split, message, expect, turns }: GoldenCase): GoldenTurn[] {
  const played = turns ?? (message === undefined ? [] : [{ message, expect }]);
  return played.map((turn, index) => ({
    id: turns === undefined ? id : `${id}#${index + 1}`,
    split,
    message: turn.message,
    expect: turn.expect ?? {},
  }));
}
