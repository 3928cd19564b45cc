const WRITTEN = /\d+(?:[.,]\d+)*/g;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const WORDS: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** "One" is mostly no figure: "which one", "one moment". */
const COUNTED = new RegExp(String.raw`\b(?:${WORDS.slice(2).join('|')}|dozen)\b`, 'gi');

/** A day is one thing: its month is no count of anything. The time of day is not told. */
const DAY = /\b(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z)?(?!\d)/g;

/** The numbers a text states, each in one form: `1,200.50` and `1200.5` are one, and so are `five` and `5`; a day is whole. */
export function listNumbers(text: string): string[] {
  const days = [...text.matchAll(DAY)].map(([, day = '']) => day);
  const written = (text.replace(DAY, ' ').match(WRITTEN) ?? []).flatMap(readWritten);
  const spelled = (text.match(COUNTED) ?? []).map((word) => String(spelledValue(word.toLowerCase())));
  return [...days, ...written, ...spelled];
}

function readWritten(digits: string): string[] {
  if (THOUSANDS.test(digits)) return [normal(digits.replaceAll(',', ''))];
  return /^\d+[.,]\d+$/.test(digits) ? [normal(digits.replace(',', '.'))] : digits.split(/[.,]/).map(normal);
}

function spelledValue(word: string): number {
  return word === 'dozen' ? 12 : WORDS.indexOf(word);
}

/** Without leading zeros and without those behind the decimal point. */
function normal(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
}
