/** Beginnings that tell a month in English, German, French, Spanish, Italian, Portuguese and Dutch; accents left out. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'maer', 'mrz', 'maart', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** Longest first: `maart` is March, though `ma` could become May. */
const MONTHS: readonly (readonly [string, number])[] = BEGINNINGS.flatMap((names, index) =>
  names.map((name) => [fold(name), index + 1] as const),
).sort((a, b) => b[0].length - a[0].length);

/** 1 to 12 for a month's name or its abbreviation of three letters or more; undefined for other words. */
export function monthOfName(name: string): number | undefined {
  const folded = fold(name);
  return MONTHS.find(([beginning]) => folded.startsWith(beginning))?.[1];
}

function fold(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
