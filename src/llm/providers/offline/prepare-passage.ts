import { findAll } from '../../../shared/find-all.js';
import { type PassageFact } from '../../llm.port.js';
import { readPassage, type TableRow } from './read-passage.js';
import { conceptOf, readTerms } from './read-terms.js';
import { unifyNames } from './unify-names.js';

export interface PreparedSentence {
  text: string;
  /** The terms of the question it stands beneath, as in a list of questions and answers. */
  beneath: ReadonlySet<string>;
  terms: ReadonlySet<string>;
  row: PreparedRow | null;
}

/** A row of a table with the terms of what it is about and of its columns. */
export interface PreparedRow extends TableRow {
  /** What tells its subject from those of the other rows. */
  names: readonly string[];
  columnTerms: readonly ReadonlySet<string>[];
  /** Whether the rows of its table are what one can buy. */
  isOffer: boolean;
}

export interface PreparedPassage {
  /** The terms of its title and headings. */
  context: ReadonlySet<string>;
  /** The terms of its own heading, without those above it. */
  heading: ReadonlySet<string>;
  sentences: readonly PreparedSentence[];
  /** Terms of the things it compares: the subjects of its tables, and what it calls a plan. */
  subjects: readonly string[];
  /** Everything it says in one spelling, for looking names up. */
  unified: string;
  folded: string;
  /** Whether it was written to answer the doubts of buyers. */
  answersDoubts: boolean;
  /** Whether it compares with others, or tells of customers: neither answers a question about the offer plainly. */
  kind: 'comparison' | 'story' | 'plain';
}

const MAX_SENTENCE_CHARS = 360;
const MIN_TERMS = 2;
const PLAN_NAME =
  /(?<!\. )(?!The |A |An |Every |Each |Our |Your |Any |No |All )(\p{Lu}\p{L}+) (?:plan|edition|tier|package)\b/gu;
/** What a page is called that answers doubts. */
const ANSWERS_DOUBTS = /\b(?:objections?|concerns?|doubts?|worr(?:y|ies)|hesitat\w+|rebuttals?|playbook|arguments?)\b/i;
const COMPARISON = /\b(?:compar(?:ed|ison|ing)|vs\.?|versus|alternatives?|competitors?)\b/i;
const STORY = /\b(?:case stud(?:y|ies)|(?:customer|success) stor(?:y|ies)|references|testimonials?)\b/i;
const MAX_PREPARED = 256;
const prepared = new Map<string, PreparedPassage>();

/** A passage ready for selection. Reading is the dear part, and the same passages come back turn after turn. */
export function preparePassage({ title, heading, text }: PassageFact): PreparedPassage {
  const key = `${title}\n${heading}\n${text}`;
  let passage = prepared.get(key);
  if (passage === undefined) {
    const unified = unifyNames(key);
    const sentences = prepareSentences(text);
    passage = {
      context: withConcepts(readTerms(`${title} ${heading}`)),
      heading: new Set(readTerms(heading.split(' > ').at(-1) ?? '')),
      sentences,
      subjects: listSubjects(sentences, text),
      unified,
      folded: unified.toLowerCase(),
      answersDoubts: ANSWERS_DOUBTS.test(`${title} ${heading}`),
      kind: COMPARISON.test(title) ? 'comparison' : STORY.test(title) ? 'story' : 'plain',
    };
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    prepared.set(key, passage);
  }
  return passage;
}

/** One word each: "Single sign-on" as the subject of a row would make a plan of every sign. */
function listSubjects(sentences: readonly PreparedSentence[], text: string): string[] {
  const inTables = sentences.flatMap(({ row }) =>
    row === null || !comparesOffers(row) || row.names.length !== 1 ? [] : row.names,
  );
  const inProse = findAll(text, PLAN_NAME).flatMap(([, name = '']) => readTerms(name));
  const codes = sentences.flatMap(({ terms }) => [...terms].filter(isCode));
  return [...new Set([...inTables, ...inProse, ...codes])];
}

const OFFERS = /^(?:plan|tier|edition|package|product|option|version|level|licen[cs]e)s?\b/i;

/** A table whose rows are what one can buy; the rows of others are features or questions. */
function comparesOffers({ table }: TableRow): boolean {
  return OFFERS.test(table.columns[0] ?? '');
}

/** "hm80", "iso27001": what a thing is called, and another one is another thing. */
export function isCode(term: string): boolean {
  return /^[a-z]{1,6}\d{1,5}[a-z]?$/.test(term);
}

function prepareSentences(text: string): PreparedSentence[] {
  return readPassage(text)
    .map((sentence) => ({
      text: sentence.text,
      beneath: withConcepts(readTerms(sentence.beneath)),
      terms: withConcepts(readTerms(sentence.text)),
      row: sentence.row === null ? null : prepareRow(sentence.row),
    }))
    .filter((sentence) => sentence.text.length <= MAX_SENTENCE_CHARS && sentence.terms.size >= MIN_TERMS);
}

function prepareRow(row: TableRow): PreparedRow {
  return {
    ...row,
    names: distinguish(row.cells[0] ?? '', row.table.subjects),
    columnTerms: row.table.columns.map((column) => withConcepts(readTerms(column))),
    isOffer: comparesOffers(row),
  };
}

/** The terms no other subject of the table has; all of them where it has none of its own. */
function distinguish(subject: string, subjects: readonly string[]): string[] {
  const terms = readTerms(subject);
  const others = new Set(subjects.filter((other) => other !== subject).flatMap(readTerms));
  const own = terms.filter((term) => !others.has(term));
  return own.length > 0 ? own : terms;
}

/** The terms and the concepts they stand for. */
function withConcepts(terms: readonly string[]): ReadonlySet<string> {
  const concepts = terms.flatMap((term) => conceptOf(term) ?? []);
  return new Set([...terms, ...concepts]);
}
