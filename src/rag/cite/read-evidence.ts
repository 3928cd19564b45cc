import { rememberRecent } from '../../shared/remember-recent.js';
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
/** One text stands in few documents. */
const MAX_TITLES = 8;
/** Text -> title -> reading: claims may be checked with and without the title. */
const readTexts = rememberRecent(MAX_REMEMBERED_TEXTS, (text: string) =>
  rememberRecent(MAX_TITLES, (title: string) => readText(text, title)),
);
const readOnce = new WeakMap<ClaimEvidence, Reading>();

/** A draft has several sentences over the same evidence, and drafts share their passages: each text is read once. */
export function readEvidence(item: ClaimEvidence): Reading {
  if (item.kind === 'knowledge') return { ...readTexts(item.text)(item.title ?? ''), item };
  // What customers wrote is theirs: it is kept no longer than the turn.
  const known = readOnce.get(item) ?? new LateReading(item);
  readOnce.set(item, known);
  return known;
}

/** Read when it is first looked at: most sentences are settled by the passages, and never ask what the customer wrote. */
class LateReading implements Reading {
  private reading: TextReading | undefined;

  constructor(readonly item: ClaimEvidence) {}

  get statements(): TextReading['statements'] {
    return this.read().statements;
  }

  get counts(): TextReading['counts'] {
    return this.read().counts;
  }

  get terms(): TextReading['terms'] {
    return this.read().terms;
  }

  get words(): TextReading['words'] {
    return this.read().words;
  }

  get slots(): TextReading['slots'] {
    return this.read().slots;
  }

  private read(): TextReading {
    return (this.reading ??= readText(this.item.text, ''));
  }
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
