import { type Entity, type Lexicon } from '../message-analysis.js';
import { type Word } from '../split-words.js';
import { dropOverlaps } from './drop-overlaps.js';
import { findAbsoluteDates } from './find-absolute-dates.js';
import { findEmails, findPhones } from './find-contacts.js';
import { findDurations } from './find-durations.js';
import { findFigures } from './find-figures.js';
import { findMoney, findPercents } from './find-money.js';
import { findOrderIds, findProductIds } from './find-order-ids.js';
import { findPeriods } from './find-periods.js';
import { findQuantities } from './find-quantities.js';
import { findRelativeDates } from './find-relative-dates.js';
import { findCompanies } from './names/find-companies.js';
import { findLocations } from './names/find-locations.js';
import { findPersons } from './names/find-persons.js';
import { matchLexicon } from './names/match-lexicon.js';

/** More than this is a list somebody pasted, not something to act upon one by one. */
const MAX_ENTITIES = 100;

/** Everything nameable in the message; `text.slice(start, end) === entity.text` holds for each. */
export function findEntities(text: string, words: readonly Word[], now: Date, lexicon?: Lexicon): Entity[] {
  const figures = findFigures(text, words);
  const found = [
    ...(lexicon === undefined ? [] : matchLexicon(text, words, lexicon)),
    ...findEmails(text),
    ...(/\d/.test(text) ? findNumbered(text, now) : []),
    ...findMoney(text, figures),
    ...findPercents(text, figures),
    ...findRelativeDates(text, now),
    ...findPeriods(text, now),
    ...findDurations(text, figures),
    ...findQuantities(text, figures),
    ...findPersons(text, words),
    ...findCompanies(text),
    ...findLocations(text, words),
  ];
  return dropOverlaps(found).slice(0, MAX_ENTITIES);
}

/** What needs a digit to be written. */
function findNumbered(text: string, now: Date): Entity[] {
  return [...findPhones(text), ...findAbsoluteDates(text, now), ...findOrderIds(text), ...findProductIds(text)];
}
