/** What Windows-1252 puts where Latin 1 has control characters, by code point. */
const WINDOWS_1252: ReadonlyMap<number, number> = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ').map((letter, at) => [
    letter.codePointAt(0) ?? 0,
    0x80 + at,
  ]),
);
/** The first byte of a letter of several bytes, read as one letter, and what can follow it. */
const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/gu;
/** A name went through wrong hands twice at most, as far as anybody has seen. */
const MAX_ROUNDS = 3;

/** Letters whose bytes were taken for letters of their own become what they were (`PiquÃ©` is Piqué); other texts stay as they are. */
export function repairLetters(text: string): string {
  let repaired = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = repaired.replace(SUSPECT, (run) => decodeBytes(run) ?? run);
    if (next === repaired) return repaired;
    repaired = next;
  }
  return repaired;
}

function decodeBytes(run: string): string | undefined {
  const bytes = Array.from(run, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return WINDOWS_1252.get(code) ?? code;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
