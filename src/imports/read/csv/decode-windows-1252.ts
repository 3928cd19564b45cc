/** What 0x80 to 0x9f stand for; five of them for nothing, which stay the control characters of their number (WHATWG). */
const SPECIAL = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Not TextDecoder: several versions of Node decode Windows-1252 as Latin-1 unless they are told to stream. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => SPECIAL.charAt(character.charCodeAt(0) - 0x80));
}
