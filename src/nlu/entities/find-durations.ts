import { findAll } from '../../shared/find-all.js';
import { type Entity } from '../message-analysis.js';
import { foldWord } from '../split-words.js';
import { type Figure } from './find-figures.js';
import { isGlued } from './find-money.js';

/** Folded unit words of the languages the analysis guesses, to the designator of ISO 8601. */
const UNIT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    TM: 'minute minutes min mins minuten minuti minutos',
    TH: 'hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur',
    D: 'day days d night nights tag tage tagen arbeitstage arbeitstagen werktage werktagen jour jours dia dias giorno giorni dag dagen',
    W: 'week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken',
    F: 'fortnight fortnights',
    M: 'month months mo mos monat monate monaten mois mes meses mese mesi maand maanden',
    Y: 'year years yr yrs jahr jahre jahren an ans ano anos anno anni jaar',
    Q: 'quarter quarters quartal quartale',
  }).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
);
/** Too short to be a unit unless digits stand right before. */
const NEEDS_DIGITS: ReadonlySet<string> = new Set(['d', 'h', 'mo', 'mos', 'min', 'mins', 'an']);

const AFTER = /^[\s\u00a0-]?(?:(?:business|working|full|calendar|consecutive|more) )?(\p{L}{1,13})(?![\p{L}\d])/iu;
/** "a day" is a span behind these words; in "200 calls a day" it is a rate. */
const ARTICLE =
  /(?<![\p{L}\d])(?<=(?:in|for|within|about|than|only|under|over|take|takes|took|least|around|nearly|almost|just|after|every|of|is) )an? (?:(?:full|whole|business|working) )?(\p{L}{3,9})(?![\p{L}\d])|(?<![\p{L}\d])half an? (\p{L}{3,9})(?![\p{L}\d])/giu;

function toIso(amount: number, unit: string): string {
  if (unit === 'Q') return `P${amount * 3}M`;
  if (unit === 'F') return `P${amount * 2}W`;
  if (Number.isInteger(amount)) return unit.startsWith('T') ? `PT${amount}${unit.slice(1)}` : `P${amount}${unit}`;
  if (unit === 'TH') return `PT${Math.round(amount * 60)}M`;
  return unit === 'Y'
    ? `P${Math.round(amount * 12)}M`
    : `P${unit.startsWith('T') ? 'T' : ''}${amount}${unit.at(-1) ?? ''}`;
}

function readCounted(text: string, figure: Figure): Entity | undefined {
  if (isGlued(text, figure)) return undefined;
  const match = AFTER.exec(text.slice(figure.end, figure.end + 32));
  const word = foldWord(match?.[1] ?? '');
  const unit = UNIT_OF.get(word);
  if (match === null || unit === undefined || (figure.isSpelled && NEEDS_DIGITS.has(word))) return undefined;
  const ends = [...(figure.low === undefined ? [] : [figure.low]), figure.value];
  const [start, end] = [figure.start, figure.end + match[0].length];
  return {
    type: 'duration',
    value: ends.map((amount) => toIso(amount, unit)).join('-'),
    text: text.slice(start, end),
    start,
    end,
  };
}

/**
 * Spans of time, value as an ISO 8601 duration: `30 days` -> `P30D`, `90 minutes` -> `PT90M`, `6-month` -> `P6M`,
 * `2-3 weeks` -> `P2W-P3W`.
 */
export function findDurations(text: string, figures: readonly Figure[]): Entity[] {
  const counted = figures.flatMap((figure) => readCounted(text, figure) ?? []);
  const articles = findAll(text, ARTICLE).flatMap((match): Entity[] => {
    const word = match[1] ?? match[2] ?? '';
    const unit = UNIT_OF.get(foldWord(word));
    if (unit === undefined || NEEDS_DIGITS.has(word)) return [];
    const value = toIso(match[2] === undefined ? 1 : 0.5, unit);
    return [{ type: 'duration', value, text: match[0], start: match.index, end: match.index + match[0].length }];
  });
  return [...counted, ...articles];
}
