import { type Entity, type EntityType } from '../message-analysis.js';
import { MAGNITUDE, NUMBER, NUMBER_WORDS, readAnyNumber } from './number-text.js';

const FIGURE = String.raw`(${NUMBER}|${NUMBER_WORDS})(?:\s?(${MAGNITUDE})(?![\p{L}\d]))?`;
const ADJECTIVE = String.raw`(?:more |additional |extra |new |active |named |sales |full |part-time |paid )?`;
const PEOPLE = String.raw`(?:employees?|people|persons?|staff|colleagues|headcount|fte|ftes|heads)`;
const THINGS = String.raw`(?:seats?|licen[cs]es?|users?|agents?|reps?|sellers?|accounts?|contacts?|leads?|customers?|clients?|records?|units?|pieces?|copies|items?|emails?|calls?|deals?|locations?|sites?|stores?|offices?|teams?|workspaces?|devices?|requests?|gb|tb|mb)`;
const NOT_BEFORE = String.raw`(?<![\p{L}\d.,$€£-])`;

const QUANTITY = new RegExp(String.raw`${NOT_BEFORE}${FIGURE}[\s-]?${ADJECTIVE}${THINGS}(?![\p{L}\d])`, 'giu');
const SIZE_AFTER = new RegExp(
  String.raw`${NOT_BEFORE}${FIGURE}[\s-]?${ADJECTIVE}${PEOPLE}(?: (?:company|team|business|firm|organi[sz]ation))?(?![\p{L}\d])`,
  'giu',
);
const SIZE_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:team|company|staff|business|firm|organi[sz]ation|workforce|department|group|crew|headcount) of|headcount is)(?: (?:about|around|roughly|over|nearly|some|almost))? ${FIGURE}(?![\p{L}\d])`,
  'giu',
);

function findNumbered(text: string, pattern: RegExp, type: EntityType): Entity[] {
  return [...text.matchAll(pattern)].flatMap((match): Entity[] => {
    const value = readAnyNumber(match[1] ?? '', match[2]);
    if (value === undefined) return [];
    return [{ type, value: String(value), text: match[0], start: match.index, end: match.index + match[0].length }];
  });
}

/** Counted things (`50 seats`) and sizes of teams (`team of 200`), value as a plain number. */
export function findQuantities(text: string): Entity[] {
  return [
    ...findNumbered(text, QUANTITY, 'quantity'),
    ...findNumbered(text, SIZE_AFTER, 'company_size'),
    ...findNumbered(text, SIZE_BEFORE, 'company_size'),
  ];
}
