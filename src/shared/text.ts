/**
 * One line of at most `maxLength` UTF-16 units. Where something is missing it ends in an ellipsis: after a whole word if one
 * ends in the second half, and never inside a code point.
 */
export function shorten(text: string, maxLength: number): string {
  const line = collapseSpace(text.length > maxLength * 8 ? text.slice(0, maxLength * 8) : text);
  if (line.length <= maxLength) return line.toWellFormed();
  const room = maxLength - 1;
  const wordEnd = line.lastIndexOf(' ', room);
  const cut = wordEnd >= maxLength / 2 ? wordEnd : room;
  return `${line
    .slice(0, cut)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`;
}

/** White space of any kind and length becomes one space; none at the ends. */
export function collapseSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
