import { type Passage } from '../passage.js';
import { type Figure } from './figure.js';
import { belongsToOthers } from './belongs-to-others.js';
import { properNamesOf } from './read-names.js';
import { denyEachOther } from './read-denials.js';
import { type Headings, nameOtherOffers } from './are-rival-headings.js';
import { compareFacts } from './compare-facts.js';
import { type Fact, listFacts } from './list-facts.js';
import { readEvidence, type Reading } from './read-evidence.js';
import { takeOtherSides } from './read-sides.js';
import { type StatedFigure, type Statement } from './statement.js';
import { isMeasured } from './is-measured.js';
import { isComparable, saysSame } from './settle-figure.js';

/** One of two figures that contradict each other, with the sentence or row it stands in. Offsets are those of the passage's text. */
export interface ContradictingFigure {
  /** Place of the passage in what was handed in, 1-based. */
  readonly marker: number;
  readonly chunkId: string;
  readonly sentence: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Contradiction = readonly [ContradictingFigure, ContradictingFigure];

/** A figure in its statement, in its text. */
interface PlacedFigure {
  readonly reading: Reading;
  readonly statement: Statement;
  readonly stated: StatedFigure;
}

/**
 * Pairs of figures with which passages say different things of the same: the same subject and words around, another
 * value. Other plans, terms, periods, conditions and dates of validity make it another thing. Prefers silence: a pair that
 * may mean two things is not listed.
 */
export function findContradictions(passages: readonly ComparedPassage[]): Contradiction[] {
  const read = passages.map(readOnce);
  return read.flatMap((one, first) =>
    read.slice(first + 1).flatMap((other, between) => {
      const markers = [first + 1, first + between + 2] as const;
      return comparePair(one, other).map(([a, b]): Contradiction => [
        { marker: markers[0], chunkId: passages[first]?.chunkId ?? '', ...a },
        { marker: markers[1], chunkId: passages[markers[1] - 1]?.chunkId ?? '', ...b },
      ]);
    }),
  );
}

type ComparedPassage = Pick<Passage, 'chunkId' | 'title' | 'heading' | 'text'>;
type Placed = Omit<ContradictingFigure, 'marker' | 'chunkId'>;
type PlacedPair = readonly [Placed, Placed];

/** A passage read for comparison; the same object for the same texts, so that pairs can be remembered by it. */
interface ComparedText {
  headings: Headings;
  figures: readonly PlacedFigure[];
  facts: readonly Fact[];
  /** What the figures' offsets count from. */
  offset: number;
}

const MAX_REMEMBERED = 512;
const readTexts = new Map<string, ComparedText>();
const comparedPairs = new WeakMap<ComparedText, WeakMap<ComparedText, readonly PlacedPair[]>>();

/** The same passages come back turn after turn, and in other company. */
function readOnce({ chunkId, title, heading, text }: ComparedPassage): ComparedText {
  const key = `${title}\0${heading}\0${text}`;
  let read = readTexts.get(key);
  if (read === undefined) {
    const reading = readEvidence({ kind: 'knowledge', ref: chunkId, title, text: `${heading}\n${text}` });
    const facts = listFacts(`${heading} ${title}`, text);
    read = { headings: { title, heading }, figures: listPlaced(reading), facts, offset: heading.length + 1 };
    if (readTexts.size >= MAX_REMEMBERED) readTexts.clear();
    readTexts.set(key, read);
  }
  return read;
}

function comparePair(one: ComparedText, other: ComparedText): readonly PlacedPair[] {
  const known = comparedPairs.get(one) ?? new WeakMap<ComparedText, readonly PlacedPair[]>();
  comparedPairs.set(one, known);
  let pairs = known.get(other);
  if (pairs === undefined) {
    pairs = joinPairs(
      compareStatements(one, other),
      compareFacts(one, other).map(([a, b]): PlacedPair => [describeFact(a), describeFact(b)]),
    );
    known.set(other, pairs);
  }
  return pairs;
}

function compareStatements(one: ComparedText, other: ComparedText): PlacedPair[] {
  if (nameOtherOffers(one.headings, other.headings)) return [];
  return one.figures.flatMap((first) =>
    other.figures
      .filter((second) => contradict(first, second))
      .map((second): PlacedPair => [describe(first, one.offset), describe(second, other.offset)]),
  );
}

function joinPairs(pairs: readonly PlacedPair[], further: readonly PlacedPair[]): PlacedPair[] {
  const isNew = ([a, b]: PlacedPair) => !pairs.some(([x, y]) => x.start === a.start && y.start === b.start);
  return [...pairs, ...further.filter(isNew)];
}

/** The first text that says something else of the same than a figure does, or null. */
export function findContradicting(
  by: { reading: Reading; statement: Statement; stated: StatedFigure },
  readings: readonly Reading[],
): Reading | null {
  const against = readings.find(
    (reading) =>
      reading.item.text !== by.reading.item.text && listPlaced(reading).some((placed) => contradict(by, placed)),
  );
  return against ?? null;
}

const placedOf = new WeakMap<readonly Statement[], readonly PlacedFigure[]>();

function listPlaced(reading: Reading): readonly PlacedFigure[] {
  const known = placedOf.get(reading.statements);
  if (known !== undefined) return known;
  const placed = reading.statements.flatMap((statement) =>
    statement.figures.map((stated) => ({ reading, statement, stated })),
  );
  placedOf.set(reading.statements, placed);
  return placed;
}

function describe({ statement, stated }: PlacedFigure, offset: number): Placed {
  const { text, start, end } = stated.figure;
  return { sentence: statement.text, text: text.trim(), start: start - offset, end: end - offset };
}

function describeFact({ sentence, figure }: Fact): Placed {
  return { sentence, text: figure.text.trim(), start: figure.start, end: figure.end };
}

function contradict(one: PlacedFigure, other: PlacedFigure): boolean {
  const [a, b] = [one.stated.figure, other.stated.figure];
  if (!isOfOneForm(a, b) || !isComparable(a, b) || saysSame(a, b) || saysSame(b, a)) return false;
  return (
    isSameThing(one, other) && !isConditional(one, other) && !saysElsewhere(one, other) && !saysElsewhere(other, one)
  );
}

const FORM = ['kind', 'unit', 'bound', 'direction', 'period', 'per'] as const;

/** A bare number counts nothing: "Option 1" and "Option 2" are no values of one thing. */
function isOfOneForm(one: Figure, other: Figure): boolean {
  if (!isMeasured(one)) return false;
  return FORM.every((part) => one[part] === other[part]);
}

function isSameThing(one: PlacedFigure, other: PlacedFigure): boolean {
  if (
    takeOtherSides(one.statement.sides, other.statement.sides) ||
    takeOtherSides(one.stated.sides, other.stated.sides)
  )
    return false;
  const slots = [one.reading.slots, other.reading.slots];
  if (belongsToOthers(one.stated, other.stated, slots) || belongsToOthers(other.stated, one.stated, slots))
    return false;
  if (!haveSubject(one, other)) return false;
  if (!namesAreKnown(one, other) || !namesAreKnown(other, one)) return false;
  if (denyEachOther(one.statement, other.statement)) return false;
  return shareContext(one.stated.near, other);
}

/**
 * Under different titles or headings two sentences are about the same only where both name it: "the limit is 5" of one
 * product's page says nothing of another's.
 */
function haveSubject(one: PlacedFigure, other: PlacedFigure): boolean {
  if (one.reading.item.title === other.reading.item.title && haveSameTerms(one.statement.about, other.statement.about))
    return true;
  return [...listSubjects(one)].some((name) => listSubjects(other).has(name));
}

function haveSameTerms(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((term) => other.has(term));
}

/** A table of two columns lists properties of what its page is about. */
const COLUMNS_OF_PROPERTIES = 2;

/** Names by their spelling that are no abbreviations, and the first cell of a row of several columns. */
function listSubjects({ statement, stated }: PlacedFigure): Set<string> {
  if (statement.subject !== null) return new Set(statement.cells.length < COLUMNS_OF_PROPERTIES ? [] : statement.names);
  const proper = properNamesOf(statement.words, statement.text, statement.start);
  return new Set(
    proper.flatMap(({ term, word }) =>
      term !== null && stated.names.has(term) && word !== word.toUpperCase() ? [term] : [],
    ),
  );
}

function namesAreKnown({ stated }: PlacedFigure, { statement }: PlacedFigure): boolean {
  return [...stated.names].every((name) => statement.terms.has(name) || statement.about.has(name));
}

/** Words every offer is written with tell no two things apart. */
const GENERIC: ReadonlySet<string> = new Set([
  'price',
  'plan',
  'month',
  'monthli',
  'offer',
  'includ',
  'get',
  'custom',
  'avail',
]);
const MIN_SHARED = 2;
const MIN_SHARE = 0.6;

/** Most telling words around either figure stand around the other one. */
function shareContext(near: ReadonlySet<string>, other: PlacedFigure): boolean {
  const mine = [...near].filter((term) => !GENERIC.has(term));
  const theirs = [...other.stated.near].filter((term) => !GENERIC.has(term));
  const shared = mine.filter((term) => other.stated.near.has(term)).length;
  const most = Math.max(mine.length, theirs.length);
  if (most === 0 || shared < Math.min(MIN_SHARED, most)) return false;
  return shared / most >= MIN_SHARE;
}

const CONDITION = /^\W*(?:from|for|if|when|above|below|over|under|with|after|before|until|unless|once)\b/i;
const VALIDITY =
  /\b(?:until|till|as of|effective|since|starting|old|former(?:ly)?|previous(?:ly)?|was|were|used to|legacy|promotion(?:al)?|introductory|temporar(?:y|ily)|currently|new|example|e\.g|typical(?:ly)?|average|usually|about|approximately|around)\b/i;

/** A condition, an example or a date of validity on either side that the other does not have as well. */
function isConditional(one: PlacedFigure, other: PlacedFigure): boolean {
  const [mine, theirs] = [one.statement, other.statement];
  if (VALIDITY.test(mine.text) || VALIDITY.test(theirs.text)) return true;
  if (CONDITION.test(mine.text) !== CONDITION.test(theirs.text)) return true;
  return haveOtherTerms(one, other) || haveOtherTerms(other, one);
}

/** Another figure of the sentence is a term of the first: "for 25 seats" and "for 50 seats" have prices of their own. */
function haveOtherTerms({ statement, stated }: PlacedFigure, other: PlacedFigure): boolean {
  return statement.figures.some(({ figure }) => {
    if (figure === stated.figure || figure.inTable) return false;
    const comparable = other.statement.figures.filter((theirs) => isComparable(figure, theirs.figure));
    if (comparable.length === 0) return figure.bound !== 'exact' || figure.kind === 'date';
    return !comparable.some((theirs) => saysSame(figure, theirs.figure));
  });
}

/** The other text has this value too, perhaps under another condition: it knows both. */
function saysElsewhere({ stated }: PlacedFigure, { reading }: PlacedFigure): boolean {
  return listPlaced(reading).some(
    (placed) => isComparable(stated.figure, placed.stated.figure) && saysSame(stated.figure, placed.stated.figure),
  );
}
