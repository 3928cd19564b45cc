const LINK = /!?\[([^\]\n]{1,200})\]\([^)\s]{1,500}\)/g;
const MARKERS = / ?\[\^?\d{1,3}\]/g;
const EMPHASIS = /\*\*|__|`/g;
const MARKUP = /[[*_`]/;
const SPACES = /\s+/g;
const CLOSING = /[.!?…]+$/;

/** A sentence as it compares with its source: without Markdown, markers, case, closing marks and further white space. */
export function normalizeQuote(text: string): string {
  const plain = MARKUP.test(text) ? text.replace(LINK, '$1').replace(EMPHASIS, '').replace(MARKERS, '') : text;
  return plain.replace(SPACES, ' ').trim().replace(CLOSING, '').toLowerCase();
}
