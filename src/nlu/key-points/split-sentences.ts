/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION = /(?:^|\s)(?:e\.g|i\.e|mr|mrs|ms|dr|inc|ltd|approx|no|vs|etc|z\.b|bzw|st|dept|fig)\.$/i;
const BREAK = /[.!?…。！？]+["'”’)\]]*(?=\s|$)|\n+/gu;

/** The sentences of a text, trimmed, without empty ones; at most `max`. A line break ends a sentence too. */
export function splitSentences(text: string, max: number): string[] {
  const sentences: string[] = [];
  let start = 0;
  const push = (end: number): void => {
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') sentences.push(sentence);
    start = end;
  };
  BREAK.lastIndex = 0;
  for (let match = BREAK.exec(text); match !== null; match = BREAK.exec(text)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(start, end - 12), end))) continue;
    push(end);
    if (sentences.length >= max) return sentences;
  }
  push(text.length);
  return sentences;
}
