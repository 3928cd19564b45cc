import { alignWords, type Alignment, type Difference } from './align-words.js';
import { findAbsolutes } from './find-absolutes.js';
import { findAntonym } from './find-antonym.js';
import { isNegation, type ReadWord } from './read-denials.js';
import { type Reading } from './read-evidence.js';
import { isNameLike, properNamesOf } from './read-names.js';
import { readSides, takeOtherSides } from './read-sides.js';
import { type Statement } from './statement.js';

/** A statement that shares less of its terms is another one, not this one reworded. */
const MIN_SHARED = 0.5;
/** From here on a sentence follows a statement word for word, a few words apart. */
const SIMILAR_FROM = 0.72;
/** A statement this near the nearest one may be the one meant. */
/** So much of a sentence makes it a part of a longer one. */
const PART_FROM = 0.75;
const MIN_PART = 6;
const MAX_LEFT_OUT = 2;
const AS_NEAR = 0.06;
const MAX_ALIGNED = 6;

interface Neighbour {
  reading: Reading;
  statement: Statement;
}

/**
 * The text whose statement a sentence follows almost word for word with one of its facts turned: another name in a name's
 * place, the other side of a pair ("monthly" for "yearly"), a denial more or less, a promise added. Null where a statement
 * as near has no such difference.
 */
export function findTurned(claim: Statement, readings: readonly Reading[]): Reading | null {
  const followed = listNeighbours(claim, readings).flatMap(({ reading, statement }) => {
    const alignment = alignWords(claim.words.map(keyOf), statement.words.map(keyOf));
    if (alignment === null || !follows(claim, statement, alignment)) return [];
    const { similarity, differences } = alignment;
    const isOther = (difference: Difference) =>
      isNearby(difference, statement) && isTurned(difference, { claim, statement, readings });
    return [{ reading, similarity, turned: differences.some(isOther) }];
  });
  const most = Math.max(...followed.map(({ similarity }) => similarity));
  const meant = followed.filter(({ similarity }) => similarity >= most - AS_NEAR);
  return meant.every(({ turned }) => turned) ? (meant[0]?.reading ?? null) : null;
}

/** As a whole, or as a part of it: "renewed every year in May" of a longer sentence. */
function follows(claim: Statement, statement: Statement, { similarity }: Alignment): boolean {
  if (similarity >= SIMILAR_FROM) return true;
  const common = (similarity * (claim.words.length + statement.words.length)) / 2;
  return claim.words.length >= MIN_PART && common >= PART_FROM * claim.words.length;
}

/** What the sentence leaves out at length or at either end is not said otherwise. */
function isNearby({ said, written }: Difference, { words }: Statement): boolean {
  if (said.length > 0) return true;
  return written.length <= MAX_LEFT_OUT && written[0] !== 0 && written.at(-1) !== words.length - 1;
}

function keyOf({ term, lower }: ReadWord): string {
  return term ?? lower;
}

function listNeighbours({ terms }: Statement, readings: readonly Reading[]): Neighbour[] {
  const found: (Neighbour & { alike: number })[] = [];
  for (const reading of readings) {
    for (const statement of reading.statements) {
      if (statement.subject !== null) continue;
      let shared = 0;
      for (const term of terms) if (statement.terms.has(term)) shared += 1;
      if (shared < MIN_SHARED * terms.size) continue;
      found.push({ reading, statement, alike: shared / terms.size + shared / statement.terms.size });
    }
  }
  return found.sort((a, b) => b.alike - a.alike).slice(0, MAX_ALIGNED);
}

interface Compared {
  claim: Statement;
  statement: Statement;
  readings: readonly Reading[];
}

function isTurned({ said, written }: Difference, { claim, statement, readings }: Compared): boolean {
  const mine = said.flatMap((index) => claim.words[index] ?? []);
  const theirs = written.flatMap((index) => statement.words[index] ?? []);
  const denied = countNegations(said, claim.words) - countNegations(written, statement.words);
  if (denied % 2 !== 0) return !saysOpposite(mine, theirs);
  if (
    takeOtherSides(readSides(inPlace(said, claim)), readSides(inPlace(written, statement))) ||
    namesAnotherMonth(mine, theirs)
  )
    return true;
  if (theirs.length === 0) return findAbsolutes(mine.map(({ word }) => word).join(' ')).length > 0;
  return namesAnother(mine, theirs, { claim, statement, readings });
}

/** With the word before, which may be the "per" of a period. */
function inPlace(indexes: readonly number[], { words }: Statement): string[] {
  const [first = 0] = indexes;
  return [first - 1, ...indexes].flatMap((index) => words[index]?.lower ?? []);
}

function countNegations(indexes: readonly number[], words: readonly ReadWord[]): number {
  return indexes.filter((index) => isNegation(words[index]?.lower ?? '', words[index + 1]?.lower)).length;
}

/** "Not included" for "excluded" turns nothing. */
function saysOpposite(mine: readonly ReadWord[], theirs: readonly ReadWord[]): boolean {
  const known = new Set(theirs.flatMap(({ term }) => term ?? []));
  const sides = takeOtherSides(readSides(mine.map(({ lower }) => lower)), readSides(theirs.map(({ lower }) => lower)));
  return sides || mine.some(({ term }) => term !== null && findAntonym(term, known) !== null);
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

function namesAnotherMonth(mine: readonly ReadWord[], theirs: readonly ReadWord[]): boolean {
  const [said, written] = [mine, theirs].map((words) => words.find(({ word }) => MONTH.test(word))?.word);
  return said !== undefined && written !== undefined && said !== written;
}

/** A name for a name, neither of which the other text has: "Team contracts" for "Enterprise contracts". */
function namesAnother(mine: readonly ReadWord[], theirs: readonly ReadWord[], compared: Compared): boolean {
  const { claim, statement } = compared;
  const said = mine.filter((word) => isNameLike(word) && !hasTerm(statement, word));
  const written = theirs.filter((word) => isNameLike(word) && !hasTerm(claim, word));
  return said.some((word) => isName(word, compared)) && written.some((word) => isName(word, compared));
}

function hasTerm({ terms }: Statement, { term }: ReadWord): boolean {
  return term !== null && terms.has(term);
}

/** Whether a capitalised word is one in the middle of a sentence, too. */
function isName({ term }: ReadWord, { claim, readings }: Compared): boolean {
  if (term === null) return false;
  if (properNamesOf(claim.words, claim.text).some((word) => word.term === term)) return true;
  return readings.some((reading) => namesIn(reading).has(term));
}

const namesOfTexts = new WeakMap<readonly Statement[], ReadonlySet<string>>();

function namesIn({ statements }: Reading): ReadonlySet<string> {
  let names = namesOfTexts.get(statements);
  if (names === undefined) {
    names = new Set(
      statements.flatMap((statement) =>
        statement.subject === null
          ? properNamesOf(statement.words, statement.text, statement.start).flatMap(({ term }) => term ?? [])
          : [...statement.names],
      ),
    );
    namesOfTexts.set(statements, names);
  }
  return names;
}
