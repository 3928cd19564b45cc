import { givesModelInstructions } from '../../../../nlu/index.js';
import { collapseSpace } from '../../../../shared/text.js';

const MAX_CHARS = 60;
const MAX_WORDS = 8;
/** Letters and what holds them together; at most a short number at the end of a word ("B2B", "Phase 3"). */
const READS_AS_LABEL = /^\p{L}[\p{L}\p{M}\p{N} '’&/(),.+-]*$/u;
const MISSING =
  /^(?:null|undefined|nan|none|nil|n\.?\/?a\.?|unknown|empty|test|missing|not (?:known|available|disclosed|specified))$/i;
/** What would be a claim of ours once it stands in a letter. */
const CLAIMS =
  /[%$€£¥]|https?:|www\.|@|\d{3,}|\b(?:free|discount|guarantee\w*|refund\w*|approved|confirmed|booked|cure[sd]?)\b/i;

/**
 * What a column holds, as words that may stand in a text to a customer; null for what is missing or does not read like a
 * label: files hold anything, and whatever is quoted in a letter is said by us. `pricing_inquiry` reads "pricing inquiry".
 */
export function readLabel(value: string | null): string | null {
  const label = collapseSpace((value ?? '').replaceAll('_', ' '));
  if (label === '' || label.length > MAX_CHARS || label.split(' ').length > MAX_WORDS) return null;
  if (!READS_AS_LABEL.test(label) || MISSING.test(label) || CLAIMS.test(label)) return null;
  return givesModelInstructions(label) ? null : label;
}
