import { type Entity } from '../message-analysis.js';
import { NUMBER_WORDS, readAnyNumber } from './number-text.js';

/** Unit words of the languages the analysis guesses, to the designator of ISO 8601. */
const UNIT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    TM: 'minute minutes min mins minuten minuti minutos',
    TH: 'hour hours hr hrs stunde stunden heure heures hora horas ora ore uur',
    D: 'day days business working tag tage tagen jour jours dia dias giorno giorni dag dagen',
    W: 'week weeks woche wochen semaine semaines semana semanas settimana settimane weken',
    M: 'month months monat monate monaten mois mes meses mese mesi maand maanden',
    Y: 'year years yr yrs jahr jahre jahren an ans ano anos anno anni jaar',
    Q: 'quarter quarters quartal quartale',
  }).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
);

const DURATION = new RegExp(
  String.raw`(?<![\p{L}\d.,$€£-])(\d{1,5}|${NUMBER_WORDS}|an?|half an?)[\s-](?:(?:business|working|full) )?(\p{L}{2,8})(?![\p{L}\d])`,
  'giu',
);

function toIso(amount: number, unit: string): string {
  if (unit === 'Q') return `P${amount * 3}M`;
  return unit.startsWith('T') ? `PT${amount}${unit.slice(1)}` : `P${amount}${unit}`;
}

function readAmount(written: string, unit: string): { amount: number; unit: string } | undefined {
  if (!/^half/i.test(written)) {
    const amount = readAnyNumber(written);
    return amount === undefined ? undefined : { amount, unit };
  }
  if (unit === 'TH') return { amount: 30, unit: 'TM' };
  return unit === 'Y' ? { amount: 6, unit: 'M' } : undefined;
}

/** Spans of time, value as an ISO 8601 duration: `30 days` -> `P30D`, `90 minutes` -> `PT90M`, `6-month` -> `P6M`. */
export function findDurations(text: string): Entity[] {
  return [...text.matchAll(DURATION)].flatMap((match): Entity[] => {
    const unit = UNIT_OF.get((match[2] ?? '').toLowerCase());
    const read = unit === undefined ? undefined : readAmount(match[1] ?? '', unit);
    if (read === undefined) return [];
    const value = toIso(read.amount, read.unit);
    return [{ type: 'duration', value, text: match[0], start: match.index, end: match.index + match[0].length }];
  });
}
