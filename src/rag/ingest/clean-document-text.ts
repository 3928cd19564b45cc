/**
 * The text of a document as it is stored, split and quoted: no byte order mark, line ends as `\n`, no NUL (PostgreSQL
 * refuses it), a lone surrogate replaced by U+FFFD (it has no UTF-8 form). Offsets everywhere count in this text.
 */
export function cleanDocumentText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}
