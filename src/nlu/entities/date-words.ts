import { foldWord } from '../split-words.js';

/** Month names of the languages the analysis guesses; short forms are English and unambiguous ones. */
const MONTH_NAMES: readonly string[] = [
  'january jan januar jänner janvier enero gennaio janeiro januari januára leden',
  'february feb februar février fevrier febrero febbraio fevereiro februari',
  'march mar märz maerz marz mars marzo março marco maart',
  'april apr avril abril aprile',
  'may mai mayo maggio maio mei',
  'june jun juni juin junio giugno junho',
  'july jul juli juillet julio luglio julho',
  'august aug août aout agosto augustus',
  'september sep sept septembre septiembre settembre setembro',
  'october oct oktober okt octobre octubre ottobre outubro',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre decembre diciembre dicembre dezembro',
];
export const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);
export const MONTH = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join('|');

/** Weekday names; 0 is Sunday. Abbreviations are looked for only where the context allows no other word. */
const WEEKDAY_NAMES: readonly string[] = [
  'sunday sonntag dimanche domingo domenica zondag',
  'monday montag lundi lunes lunedì lunedi segunda-feira maandag',
  'tuesday dienstag mardi martes martedì martedi terça-feira dinsdag',
  'wednesday mittwoch mercredi miércoles miercoles mercoledì mercoledi quarta-feira woensdag',
  'thursday donnerstag jeudi jueves giovedì giovedi quinta-feira donderdag',
  'friday freitag vendredi viernes venerdì venerdi sexta-feira vrijdag',
  'saturday samstag sonnabend samedi sábado sabado sabato zaterdag',
];
const SHORT_WEEKDAYS = ['sun', 'mon', 'tue tues', 'wed', 'thu thur thurs', 'fri', 'sat'];

function indexNames(lists: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index])));
}

const LONG = indexNames(WEEKDAY_NAMES);
const SHORT = indexNames(SHORT_WEEKDAYS);
const alternatives = (names: Iterable<string>): string => [...names].sort((a, b) => b.length - a.length).join('|');
export const WEEKDAY = alternatives(LONG.keys());
export const SHORT_WEEKDAY = alternatives(SHORT.keys());

/** 0 for Sunday, or undefined. */
export function readWeekdayName(name: string): number | undefined {
  return LONG.get(name) ?? SHORT.get(name);
}

/** Words of other languages for one unit of time, folded, to the English one. */
const UNITS: Readonly<Record<string, string>> = {
  day: 'day days tag tage tagen jour jours dia dias giorno giorni dag dagen',
  week: 'week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken',
  month: 'month months monat monate monaten monats mois mes meses mese mesi maand maanden',
  quarter: 'quarter quarters quartal quartale quartals trimestre trimestres kwartaal',
  year: 'year years jahr jahre jahren jahres an ans annee ano anos anno anni jaar',
  fortnight: 'fortnight fortnights',
};
const UNIT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(UNITS).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
);
export const UNIT = `${alternatives(UNIT_OF.keys())}|día|días|année|mês|año|años`;

export function readUnit(word: string): string {
  return UNIT_OF.get(foldWord(word)) ?? 'day';
}
