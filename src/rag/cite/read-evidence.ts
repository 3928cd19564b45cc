import { toTerms } from '../text/tokenize-text.js';
import { joinSlots } from './belongs-to-others.js';
import { readStatements } from './read-statements.js';
import { type Statement } from './statement.js';
import { unifyTerm } from './unify-term.js';

/**
 * A text that may prove a claim; `ref` names it in the answer (a document, a field, a tool row). A customer's `message` is
 * what the prospect wrote: it proves nothing but the quantities a sentence takes up from it.
 */
export interface ClaimEvidence {
  readonly kind: 'knowledge' | 'customer';
  readonly ref: string;
  readonly text: string;
  /** Of the document: what its sentences are about where they do not say. */
  readonly title?: string;
}

/** What a text states, read once. */
export interface TextReading {
  readonly statements: readonly Statement[];
  /** In how many statements a term stands. */
  readonly counts: ReadonlyMap<string, number>;
  /** Its index terms, those of one meaning unified, and as they are. */
  readonly terms: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** What its names stand in (`listSlots`). */
  readonly slots: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A piece of evidence with what its text states. */
export interface Reading extends TextReading {
  readonly item: ClaimEvidence;
}

const MAX_REMEMBERED_TEXTS = 1_000;
/** Text -> title -> reading: claims may be checked with and without the title. */
const readTexts = new Map<string, Map<string, TextReading>>();
const readOnce = new WeakMap<ClaimEvidence, TextReading>();

/** A draft has several sentences over the same evidence, and drafts share their passages: each text is read once. */
export function readEvidence(item: ClaimEvidence): Reading {
  if (item.kind === 'knowledge') return { ...readKnowledge(item.text, item.title ?? ''), item };
  // What customers wrote is theirs: it is kept no longer than the turn.
  const reading = readOnce.get(item) ?? readText(item.text, '');
  readOnce.set(item, reading);
  return { ...reading, item };
}

function readKnowledge(text: string, title: string): TextReading {
  const known = readTexts.get(text)?.get(title);
  if (known !== undefined) return known;
  const reading = readText(text, title);
  if (readTexts.size >= MAX_REMEMBERED_TEXTS) readTexts.clear();
  const byTitle = readTexts.get(text) ?? new Map<string, TextReading>();
  readTexts.set(text, byTitle.set(title, reading));
  return reading;
}

function readText(text: string, title: string): TextReading {
  const statements = readStatements(text, title);
  const counts = new Map<string, number>();
  for (const { terms, about } of statements) {
    for (const term of new Set([...terms, ...about])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const words = new Set(toTerms(`${title} ${text}`));
  const terms = new Set(Array.from(words, unifyTerm));
  return { statements, counts, words, terms, slots: joinSlots(statements) };
}
