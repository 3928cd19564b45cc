import { findFigures } from './find-figures.js';
import { type PartialDate } from './read-date.js';

/** How far a note of what no longer holds reaches: its own sentence, or all that stands with it. */
export type OutdatedReach = 'sentence' | 'passage';

const SUBJECT = String.raw`(?:th(?:is|e|ese)\s)?(?:all\s|our\s)?(?:hire\s|rental\s|price\s|purchase\s|list\s)?(?:rates?|prices?|fees?|tariffs?|price\s?lists?|lists?|offers?|terms|conditions|document|page|version|edition|catalogue|brochure)`;
const HOLDS = String.raw`(?:(?:is|are|remains?|stays?)\s)?(?:only\s)?(?:valid|applicable|in force|in effect|effective|applies|apply|gültig|gelten|valables?|válid[oa]s?|valid[oaie]|geldig)`;
const UNTIL = String.raw`(?:until|till|through|thru|to|up to|bis(?:\szum)?|jusqu['’]au|hasta(?:\sel)?|fino\sal?|tot(?:\sen\smet)?)`;
const VALID_UNTIL = new RegExp(
  String.raw`(?<![\p{L}])${HOLDS}\s(?:from\s[^.;\n]{1,30}\s|ab\s[^.;\n]{1,30}\s)?${UNTIL}\s(?<date>[^;\n]{4,40})`,
  'iu',
);
const OPENS_WITH_VALIDITY = new RegExp(String.raw`^[\W_]{0,8}(?:${SUBJECT}\s)?${HOLDS}`, 'iu');
const REPLACED = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:superseded|replaced|ersetzt|remplacée?s?|sustituid[oa]s?|sostituit[oaie]|vervangen)\s(?:by|durch|par|por|da|door)|no longer (?:valid|applicable|in force|applies|apply)|nicht mehr gültig|plus valables?|ya no (?:es|son) válid|non (?:è )?più valid|niet meer geldig|(?<=(?:is|are|now)\s)out of date|obsolete|expired on)(?<date>[^;\n]{0,60})`,
  'iu',
);
const PROMISED = /\b(?:will|shall|to|may|can|must) (?:be |have )?$/i;
const IS_DOCUMENT = new RegExp(
  String.raw`^[\W_]{0,8}(?:${SUBJECT}|superseded|replaced|no longer|obsolete|expired|veraltet)(?![\p{L}])`,
  'iu',
);

const ARCHIVED =
  /(?<![\p{L}])(?:archived?|superseded|obsolete|outdated|deprecated|expired|no longer valid|veraltet|ungültig|archiviert|périmée?s?|obsol[eè]tes?|caducad[oa]s?)(?![\p{L}])/iu;
const FIGURES_LISTED =
  /(?<![\p{L}])(?:pric(?:e|es|ing)|rates?|tariffs?|fees?|price[\s-]?lists?|catalogue|catalog|brochure|offers?|promotions?|\p{L}{0,20}preis(?:e|liste)?|tarife?s?|prix|precios|tarifas|prezzi|listino|prijs\p{L}{0,10}|tarieven)(?![\p{L}])/iu;
const OLD = /(?<![\p{L}])(?:old|former|previous|alte[rns]?|ancien(?:ne)?s?|viej[oa]s?|vecchi[oae]?|oude?)(?![\p{L}])/iu;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
const MAX_CHARACTERS = 4_000;

/** Whether a title or heading says that what stands beneath it was of a time that is over. */
export function isOutdatedHeading(heading: string, now: Date): boolean {
  const text = heading.replace(/[_]/g, ' ').slice(0, MAX_CHARACTERS);
  if (ARCHIVED.test(text)) return true;
  if (readReach(text, now) !== null) return true;
  if (!FIGURES_LISTED.test(text)) return false;
  const years = Array.from(text.matchAll(YEAR), ([year]) => Number(year));
  return OLD.test(text) || (years.length > 0 && Math.max(...years) < now.getUTCFullYear());
}

/**
 * How far it reaches if a sentence says that something held until a day that is over or has been replaced; null where it
 * does not. "Valid until …" alone is said of all that stands with it, "The voucher is valid until …" of the voucher.
 */
export function readReach(sentence: string, now: Date): OutdatedReach | null {
  const text = sentence.slice(0, MAX_CHARACTERS);
  const until = VALID_UNTIL.exec(text)?.groups?.['date'];
  if (until !== undefined && isOver(until, now)) return OPENS_WITH_VALIDITY.test(text) ? 'passage' : 'sentence';
  if (!isReplaced(text, now)) return null;
  return IS_DOCUMENT.test(text) ? 'passage' : 'sentence';
}

/** What will be replaced holds until then. */
function isReplaced(text: string, now: Date): boolean {
  const replaced = REPLACED.exec(text);
  if (replaced === null || PROMISED.test(text.slice(0, replaced.index))) return false;
  const when = replaced.groups?.['date'] ?? '';
  return readDates(when).length === 0 || hasBegun(when, now);
}

function isOver(written: string, now: Date): boolean {
  const ends = readEnds(written);
  return ends.length > 0 && ends.every((end) => end <= now.getTime());
}

/** "Replaced by the list of 1 March 2026": from that month on it no longer holds. */
function hasBegun(written: string, now: Date): boolean {
  return readDates(written).some(({ year, month, day }) => Date.UTC(year, (month ?? 1) - 1, day ?? 1) <= now.getTime());
}

type KnownDate = Omit<PartialDate, 'year'> & { year: number };

const MONTHS =
  'jan|feb|f[ée]v|mar|m[äa]r|apr|avr|abr|ma[iy]|mag|mei|jun|juin|giu|jul|juil|lug|aug|ao[uû]|ago|sep|set|okt|oct|ott|nov|dec|dez|d[ée]c|dic';
const MONTH_OF: readonly RegExp[] = [
  /^(?:jan|ene|gen)/i,
  /^f[ée][bv]/i,
  /^m(?:ar|är|aa)/i,
  /^a[pvb]r/i,
  /^(?:ma[iy]|mag|mei)/i,
  /^(?:jun|juin|giu)/i,
  /^(?:jul|juil|lug)/i,
  /^(?:aug|ao[uû]|ago)/i,
  /^se[pt]/i,
  /^o[kct]t/i,
  /^nov/i,
  /^d[eéi][czc]/i,
];
const NAMED_DATE = new RegExp(
  String.raw`(?:(?<day>\d{1,2})\.?\s(?:de\s)?)?(?<month>(?:${MONTHS}|ene|gen|maa)\p{L}{0,9})\.?\s(?:del?\s)?(?<year>(?:19|20)\d{2})`,
  'iu',
);

/** The first date of a text, in one of several languages; else a year alone. */
function readDates(written: string): KnownDate[] {
  const dates = findFigures(written)
    .filter(({ kind }) => kind === 'date')
    .flatMap(({ dates: readings }) =>
      readings.flatMap((date) => (date.year === null ? [] : [{ ...date, year: date.year }])),
    );
  if (dates.length > 0) return dates;
  const named = NAMED_DATE.exec(written)?.groups;
  if (named !== undefined) {
    const month = MONTH_OF.findIndex((pattern) => pattern.test(named['month'] ?? '')) + 1;
    const day = named['day'] === undefined ? null : Number(named['day']);
    return [{ year: Number(named['year']), month: month === 0 ? null : month, day, quarter: null }];
  }
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(written)?.[0];
  return year === undefined ? [] : [{ year: Number(year), month: null, day: null, quarter: null }];
}

/** The instants at which the written date has passed, as far as it says; two where day and month may be swapped. */
function readEnds(written: string): number[] {
  return readDates(written).map(({ year, month, day, quarter }) => {
    if (quarter !== null) return Date.UTC(year, quarter * 3, 1);
    if (month === null) return Date.UTC(year + 1, 0, 1);
    return day === null ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  });
}
