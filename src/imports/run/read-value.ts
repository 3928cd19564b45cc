import { isMissing } from '../clean/is-missing.js';
import { trimText } from '../clean/trim-text.js';

/** A cell without the space around it; empty when it says that there is nothing. */
export function readValue(cell: string): string {
  const text = trimText(cell);
  return isMissing(text) ? '' : text;
}
