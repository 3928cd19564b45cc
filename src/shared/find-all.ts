const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern, in order. The same as `[...text.matchAll(pattern)]`, which makes a new RegExp of the
 * pattern's source each time it is called: for a long pattern that costs several times as much as looking.
 */
export function findAll(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex = stepOver(text, pattern);
    match = pattern.exec(text);
  }
  return matches;
}

/** Behind a match of no length the search goes on one character later, a whole one where the pattern reads whole ones. */
function stepOver(text: string, { lastIndex, unicode }: RegExp): number {
  const code = unicode ? text.codePointAt(lastIndex) : undefined;
  return lastIndex + (code !== undefined && code > 0xffff ? 2 : 1);
}
