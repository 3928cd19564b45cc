import { abbreviates } from './abbreviates.js';
import { belongsToOthers, type Slots } from './belongs-to-others.js';
import { denyEachOther } from './read-denials.js';
import { findOtherOwner } from './find-other-owner.js';
import { findTurned } from './find-turned.js';
import { isRetold } from './is-retold.js';
import { type Reading } from './read-evidence.js';
import { properNamesOf } from './read-names.js';
import { takeOtherSides } from './read-sides.js';
import { type Statement } from './statement.js';
import { findAbsolutes } from './find-absolutes.js';
import { isAboutProspect, isAsserting } from './read-asserting.js';

/** Something a sentence asserts without a figure that the evidence contradicts or does not have. */
export interface UnprovenAssertion {
  readonly text: string;
  readonly at: number;
  readonly verdict: 'contradicted' | 'unsupported';
  readonly by: Reading | null;
}

/** A statement that shares this much of the sentence's words is about the same. */
const SAME_MATTER_FROM = 0.6;
/** What stands only in the heading or the sentence before counts half. */
const ABOUT = 0.5;
/** A statement this near the best one may be the one meant. */
const AS_GOOD = 0.1;

/** The unproven absolutes and names of a sentence, and whether a statement about the same says the opposite. */
export function findUnproven(
  statement: Statement,
  readings: readonly Reading[],
  all: readonly Reading[],
): UnprovenAssertion[] {
  if (!isAsserting(statement.text)) return [];
  const knowledge = readings.filter(({ item }) => item.kind === 'knowledge');
  if (knowledge.length === 0) return [];
  const unproven = [...findUnprovenAbsolutes(statement, knowledge), ...findUnknownNames(statement, readings)];
  if (unproven.length > 0) return unproven;
  const slots = [statement.slots, ...all.map((reading) => reading.slots)];
  const opposite =
    findTurned(statement, knowledge) ??
    findOtherOwner(statement, knowledge, slots) ??
    findOpposite(statement, knowledge, slots);
  if (opposite === null) return [];
  return [{ text: statement.text.trim(), at: 0, verdict: 'contradicted', by: opposite }];
}

interface Match {
  reading: Reading;
  statement: Statement;
  share: number;
}

/** The statements that share most words with a sentence, the best first. */
function listMatches({ terms }: Statement, readings: readonly Reading[]): Match[] {
  if (terms.size === 0) return [];
  const matches: Match[] = [];
  for (const reading of readings) {
    for (const statement of reading.statements) {
      let found = 0;
      for (const term of terms) found += statement.terms.has(term) ? 1 : statement.about.has(term) ? ABOUT : 0;
      const share = found / terms.size;
      if (share >= SAME_MATTER_FROM - AS_GOOD) matches.push({ reading, statement, share });
    }
  }
  return matches.sort((a, b) => b.share - a.share);
}

function findOpposite(claim: Statement, readings: readonly Reading[], slots: readonly Slots[]): Reading | null {
  if (claim.terms.size < 2) return null;
  if (readings.some(({ statements }) => statements.some((statement) => isRetold(claim, statement)))) return null;
  const matches = listMatches(claim, readings);
  const [best] = matches;
  if (best === undefined || best.share < SAME_MATTER_FROM) return null;
  const meant = matches.filter(({ share }) => share >= best.share - AS_GOOD);
  const row = matches.find(({ statement, reading }) => standsInOtherRow(claim, statement, reading));
  if (row !== undefined) return row.reading;
  return meant.every((match) => isOpposite(claim, match, slots)) ? best.reading : null;
}

/** "Excluded" and "not included" are the same: of a denial and an opposite word only one makes the opposite. */
function isOpposite(claim: Statement, { statement }: Match, slots: readonly Slots[]): boolean {
  const turned = takeOtherSides(claim.sides, statement.sides);
  return denyEachOther(claim, statement) !== turned || belongsToOthers(claim, statement, slots);
}

/** What a sentence says of a row's subject under one of its headings stands in that column of another row only. */
function standsInOtherRow(claim: Statement, row: Statement, { slots }: Reading): boolean {
  if (row.subject === null || !namesSubject(claim.text, row.subject)) return false;
  if (belongsToOthers(row, { names: withoutAll(claim.names, row.names) }, [slots])) return false;
  const missing = [...claim.terms].filter((term) => !row.terms.has(term) && !row.about.has(term));
  if (missing.length === 0) return false;
  return row.cells.some(({ column }) => {
    const asked = column.slice(1).split(' ');
    return (
      asked.every((term) => claim.terms.has(term)) && missing.some((term) => slots.get(term)?.has(column) === true)
    );
  });
}

/** Of several rows' subjects, each may have its own. */
function withoutAll(names: ReadonlySet<string>, left: ReadonlySet<string>): Set<string> {
  return new Set([...names].filter((name) => !left.has(name)));
}

function namesSubject(text: string, subject: string): boolean {
  const at = subject === '' ? -1 : text.indexOf(subject);
  return at !== -1 && !/[\p{L}\d]/u.test(text.charAt(at - 1) + text.charAt(at + subject.length));
}

const WITHOUT_FIGURES = 0.4;

/** An absolute is proven by a statement about the same that has it too. */
function findUnprovenAbsolutes(claim: Statement, readings: readonly Reading[]): UnprovenAssertion[] {
  return findAbsolutes(claim.text).flatMap(({ text, start, saidBy }) => {
    const proven = readings.some(({ statements }) =>
      statements.some((statement) => saidBy.test(statement.text) && sharesMatter(claim, statement)),
    );
    return proven ? [] : [{ text, at: start, verdict: 'unsupported' as const, by: null }];
  });
}

function sharesMatter({ terms }: Statement, statement: Statement): boolean {
  let shared = 0;
  for (const term of terms) if (statement.terms.has(term) || statement.about.has(term)) shared += 1;
  return shared > 0 && shared >= terms.size * WITHOUT_FIGURES;
}

/** Names no evidence has, in a sentence about what is sold: an integration, a certificate, a place. */
function findUnknownNames(claim: Statement, readings: readonly Reading[]): UnprovenAssertion[] {
  const aboutProspect = isAboutProspect(claim.text);
  const proving = readings.filter(({ item }) => aboutProspect || item.kind === 'knowledge' || item.ref !== 'message');
  const isAboutOffer = WE.test(claim.text) || sharesAny(claim, readings);
  if (!isAboutOffer) return [];
  return properNamesOf(claim.words, claim.text)
    .filter(
      ({ term, word }) =>
        term !== null && !proving.some((reading) => reading.terms.has(term) || abbreviates(word, reading)),
    )
    .map(({ word, start }) => ({ text: word, at: start, verdict: 'unsupported' as const, by: null }));
}

const WE = /\b(?:we|our|us)\b/i;

function sharesAny({ terms }: Statement, readings: readonly Reading[]): boolean {
  return readings.some(
    ({ item, terms: known }) => item.kind === 'knowledge' && [...terms].some((term) => known.has(term)),
  );
}
