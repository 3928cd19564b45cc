const MAX_CHARS = 200;

/** What the sender calls a file, without its folder and without characters that show as something else. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim();
  return plain === '' ? 'unnamed' : plain.slice(0, MAX_CHARS).toWellFormed();
}
