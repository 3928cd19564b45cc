/** Only the opening is looked at. */
const MAX_CHARS = 2_000;
/** A product name in another script does not make the language. */
const MIN_SHARE = 0.4;

const SCRIPTS: readonly (readonly [script: string, letters: RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['han', /\p{Script=Han}/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
  ['thai', /\p{Script=Thai}/gu],
];
const ONE_LANGUAGE: Readonly<Record<string, string>> = {
  kana: 'ja',
  han: 'zh',
  hangul: 'ko',
  hebrew: 'he',
  greek: 'el',
  devanagari: 'hi',
  thai: 'th',
};
const BULGARIAN_WORDS = /(?<!\p{L})(?:съм|сме|това|какво|колко струва|много|здравейте|благодаря)(?!\p{L})/iu;
const SERBIAN_LETTERS = /[ђћџљњј]/iu;

/** The language its script gives away, or undefined for Latin letters and texts without letters. */
export function guessByScript(text: string): string | undefined {
  const opening = text.slice(0, MAX_CHARS);
  if (/^[\x00-\u024f]*$/.test(opening)) return undefined;
  const counts = new Map(SCRIPTS.map(([script, letters]) => [script, (opening.match(letters) ?? []).length]));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // Japanese is written in Han and kana together; one kana tells.
  const { kana = 0, han = 0 } = Object.fromEntries(counts) as Partial<Record<string, number>>;
  if (kana > 0) counts.set('kana', kana + han);
  const [best, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['latin', 0];
  if (best === 'latin' || count === 0 || count < total * MIN_SHARE) return undefined;
  return nameLanguage(best, opening);
}

function nameLanguage(script: string, text: string): string {
  return ONE_LANGUAGE[script] ?? (script === 'arabic' ? readArabic(text) : readCyrillic(text));
}

/** Persian and Urdu have letters of their own. */
function readArabic(text: string): string {
  if (/[ٹڈڑںےھ]/u.test(text)) return 'ur';
  return /[پچژگ]/u.test(text) ? 'fa' : 'ar';
}

function readCyrillic(text: string): string {
  if (/[іїєґ]/iu.test(text)) return 'uk';
  if (SERBIAN_LETTERS.test(text)) return 'sr';
  return BULGARIAN_WORDS.test(text) ? 'bg' : 'ru';
}
