import { toTerms } from '../text/tokenize-text.js';
import { unifyTerm } from './unify-term.js';

/** What stands above a passage. */
export interface Headings {
  readonly title: string;
  readonly heading: string;
}

/** What a document is called, whatever it is about. */
const KINDS: ReadonlySet<string> = new Set(
  toTerms(
    'faq question answer help overview info information guide price list rate term condition agreement policy page document detail ' +
      'general note service product offer catalogue table summary introduction about company contact our your support sheet handbook manual ' +
      'internal business weekly monthly yearly annual current new common frequently asked rule cost fee use basic standard preis preisliste',
  ).map(unifyTerm),
);
const YEAR = /^(?:19|20)\d{2}$/;
/** Places offers are made for: what holds in one says nothing of another. */
const PLACE =
  /(?<![\p{L}])(?:germany|deutschland|austria|österreich|switzerland|schweiz|suisse|france|frankreich|belgium|belgique|belgi[eë]n?|belgië|netherlands|nederland|luxembourg|italy|italia|spain|españa|portugal|poland|denmark|sweden|norway|finland|ireland|uk|united kingdom|britain|england|scotland|wales|usa?|u\.s\.|united states|canada|mexico|brazil|india|china|japan|australia|new zealand|singapore|europe|eu|asia|africa|emea|apac|latam|domestic|international|overseas|abroad|worldwide)(?![\p{L}])/giu;

/**
 * Whether two passages stand under headings for different things, such as two products or countries, so that the same
 * words beneath them mean something else. Headings of topics ("Delivery", "FAQ") are no rivals.
 * @param subject what both passages' sentences say themselves
 */
export function areRivalHeadings(one: Headings, other: Headings, subject: ReadonlySet<string>): boolean {
  if (one.title === other.title && one.heading === other.heading) return false;
  if (namesOtherPlaces(one, other)) return true;
  const [mine, theirs] = [readTerms(one, subject), readTerms(other, subject)];
  if (!eachHasOwn(mine, theirs)) return false;
  // Within one document, and among documents named alike ("Silver card", "Gold card"), each heading has its own.
  const isParallel = one.title === other.title || [...mine].some((term) => theirs.has(term));
  return isParallel || subject.size < MIN_TELLING || namesOffer(one) || namesOffer(other);
}

/** Whether both passages stand under the name of an offer, and not the same one. */
export function nameOtherOffers(one: Headings, other: Headings): boolean {
  if (!namesOffer(one) || !namesOffer(other)) return false;
  return eachHasOwn(readTerms(one, NOTHING), readTerms(other, NOTHING));
}

const NOTHING: ReadonlySet<string> = new Set();

function eachHasOwn(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return [...mine].some((term) => !theirs.has(term)) && [...theirs].some((term) => !mine.has(term));
}

/** A single word such as "deposit" is said of anything; two are a name for something. */
const MIN_TELLING = 2;

/** "Silver account", "Pro plan": beneath such a heading everything is said of that offer. */
const OFFER =
  /\b(?:accounts?|cards?|plans?|editions?|packages?|subscriptions?|series|loans?|tariffs?|suites?|savers?)\b/i;

function namesOffer({ title, heading }: Headings): boolean {
  return OFFER.test(`${title} ${heading}`);
}

/** Kinds of documents, years and what the sentences say themselves are left out. */
function readTerms({ title, heading }: Headings, subject: ReadonlySet<string>): Set<string> {
  const terms = toTerms(`${title} ${heading}`).map(unifyTerm);
  return new Set(terms.filter((term) => !KINDS.has(term) && !YEAR.test(term) && !subject.has(term)));
}

function namesOtherPlaces(one: Headings, other: Headings): boolean {
  const [mine, theirs] = [listPlaces(one), listPlaces(other)];
  return mine.size !== theirs.size || [...mine].some((place) => !theirs.has(place));
}

function listPlaces({ title, heading }: Headings): Set<string> {
  return new Set(Array.from(`${title} ${heading}`.matchAll(PLACE), ([place]) => place.toLowerCase()));
}
