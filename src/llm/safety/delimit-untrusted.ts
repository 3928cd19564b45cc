import { sha256Hex } from '../../shared/hash.js';

const BOUNDARY_DIGITS = 12;

/**
 * Wraps text nobody vouches for between two markers that do not occur in it, so that nothing inside can pass for the
 * end of the quotation. The marker is derived from the content: deterministic, and unknown to whoever wrote the text.
 * @param label what the content is, e.g. `passage 2`; words and digits only
 */
export function delimitUntrusted(label: string, content: string): string {
  const boundary = findBoundary(content);
  return `<<${label} ${boundary}>>\n${content}\n<<end ${boundary}>>`;
}

function findBoundary(content: string): string {
  let boundary = sha256Hex(content).slice(0, BOUNDARY_DIGITS);
  while (content.includes(boundary)) boundary = sha256Hex(`${boundary}${content}`).slice(0, BOUNDARY_DIGITS);
  return boundary;
}
