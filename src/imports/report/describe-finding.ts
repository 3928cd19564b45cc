import { type FindingCode } from '../import-dataset.js';

const SENTENCES: Readonly<Record<FindingCode, string>> = {
  bad_id: 'The id is not one.',
  unknown_reference: 'No stored row has this id.',
  duplicate_row: 'The row repeats an earlier one of the file.',
  missing_value: 'The value is missing.',
  ambiguous_date_order: 'Day and month cannot be told apart, and nothing in the column proves their order.',
  bad_date: 'The date cannot be read.',
  impossible_date: 'The calendar has no such date.',
  bad_number: 'The number cannot be read.',
  bad_email: 'The e-mail address is not one.',
  bad_flag: 'The value is neither yes nor no.',
  respelled_value: 'The value was written like the others of its kind.',
  contradictory_values: 'The values contradict each other.',
  ragged_row: 'The row has another number of cells than the header.',
  bad_encoding: 'The text holds characters that were destroyed or cannot be stored.',
  truncated_row: 'The row is cut off or has no end.',
  formula_cell: 'The cell holds a formula.',
};

/** One sentence for the person who mends the file. */
export function describeFinding(code: FindingCode, suggestion: string | null): string {
  return suggestion === null ? SENTENCES[code] : `${SENTENCES[code]} Perhaps ${suggestion}?`;
}
