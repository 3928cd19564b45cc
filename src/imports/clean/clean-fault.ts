import { type FindingCode } from '../import-dataset.js';

/** Why a cell cannot be taken as it stands; a suggestion is what it probably means, never taken unasked. */
export interface CleanFault<Code extends FindingCode = FindingCode> {
  code: Code;
  suggestion?: string;
}
