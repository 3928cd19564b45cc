import { type Entity, type EntityType, type Lexicon } from '../message-analysis.js';
import { type Word } from '../split-words.js';
import { findAbsoluteDates } from './find-absolute-dates.js';
import { findEmails, findPhones } from './find-contacts.js';
import { findDurations } from './find-durations.js';
import { findMoney, findPercents } from './find-money.js';
import { findQuantities } from './find-quantities.js';
import { findRelativeDates } from './find-relative-dates.js';
import { matchLexicon } from './match-lexicon.js';

/** More than this is a list somebody pasted, not something to act upon one by one. */
const MAX_ENTITIES = 100;
/** Between entities of equal length the more specific reading wins. */
const PRECEDENCE: readonly EntityType[] = [
  'email',
  'money',
  'percent',
  'date',
  'phone',
  'company_size',
  'quantity',
  'duration',
];

function precedenceOf(type: EntityType): number {
  const index = PRECEDENCE.indexOf(type);
  // Names of the lexicon come first: somebody chose them.
  return index === -1 ? -1 : index;
}

/** Of overlapping entities the longest stays; sorted by where they stand. */
export function dropOverlaps(entities: readonly Entity[]): Entity[] {
  const byPosition = [...entities].sort(
    (a, b) => a.start - b.start || b.end - a.end || precedenceOf(a.type) - precedenceOf(b.type),
  );
  const kept: Entity[] = [];
  for (const entity of byPosition) {
    const last = kept.at(-1);
    if (last === undefined || entity.start >= last.end) kept.push(entity);
    else if (entity.end - entity.start > last.end - last.start) kept[kept.length - 1] = entity;
  }
  return kept;
}

/** Everything nameable in the message; `text.slice(start, end) === entity.text` holds for each. */
export function findEntities(text: string, words: readonly Word[], now: Date, lexicon?: Lexicon): Entity[] {
  const hasDigit = /\d/.test(text);
  const found = [
    ...(lexicon === undefined ? [] : matchLexicon(text, words, lexicon)),
    ...findEmails(text),
    ...(hasDigit ? [...findMoney(text), ...findPercents(text), ...findPhones(text)] : []),
    ...(hasDigit ? findAbsoluteDates(text, now) : []),
    ...findRelativeDates(text, now),
    ...findDurations(text),
    ...findQuantities(text),
  ];
  return dropOverlaps(found).slice(0, MAX_ENTITIES);
}
