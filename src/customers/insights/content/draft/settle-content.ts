import { type ContentLanguage, type ContentType } from '../../../../llm/index.js';
import {
  type Citation,
  type Claim,
  type DraftEvidence,
  SentenceStream,
  settleSentence,
} from '../../../../rag/index.js';
import { findInventedContact } from './find-invented-contact.js';
import { findMedicalClaim } from './find-medical-claim.js';
import { findUnknownName } from './find-unknown-name.js';
import { isScriptHeading, readDraft } from './read-draft.js';

/** What a text to a customer may rest on. */
export interface ContentEvidence {
  type: ContentType;
  language: ContentLanguage;
  isMedical: boolean;
  /** Passages and record, as in a turn. */
  draft: DraftEvidence;
  /** Words (lower case) of the record, the passages and the frame: what may be a name. */
  knownWords: ReadonlySet<string>;
  /** Channels and topics on record. */
  recorded: string;
}

export type DropReason = 'medical_claim' | 'invented_contact' | 'unknown_name' | 'unsupported_claim';

/** A citation with the sentence that rests on it: a letter shows no markers. */
export interface ContentCitation extends Citation {
  sentence: string;
}

export interface SettledContent {
  subject: string | null;
  body: string;
  citations: ContentCitation[];
  claims: Claim[];
  /** Why sentences were taken out, one entry each. */
  dropped: DropReason[];
}

/** Settles what a model wrote, sentence by sentence: what does not hold is taken out whole. */
export function settleContent(text: string, evidence: ContentEvidence): SettledContent {
  const { subject, body } = readDraft(text, evidence.type);
  const work = new Settling(evidence);
  const lines = dropEmptyParts(body.split('\n').map((line) => work.settleLine(line)));
  const settledSubject = subject === null ? '' : work.settleLine(subject).replaceAll(MARKER, '');
  return {
    subject: settledSubject === '' ? null : settledSubject,
    body: lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    citations: work.citations,
    claims: work.claims,
    dropped: work.dropped,
  };
}

const MARKER = /\s?\[\d{1,3}\]/g;
const BULLET = /^\s*[-*•]\s+/;

class Settling {
  readonly citations: ContentCitation[] = [];
  readonly claims: Claim[] = [];
  readonly dropped: DropReason[] = [];
  private readonly shown = new Map<number, number>();

  constructor(private readonly evidence: ContentEvidence) {}

  /** What of a line may stand; empty where nothing may. */
  settleLine(line: string): string {
    if (line.trim() === '') return '';
    if (this.evidence.type === 'call_script' && isScriptHeading(line)) return line.trim();
    const bullet = BULLET.test(line) ? '- ' : '';
    const stream = new SentenceStream();
    const sentences = [...stream.push(line.replace(BULLET, '')), ...stream.flush()];
    const kept = sentences
      .map((sentence) => this.settle(sentence))
      .join('')
      .trim();
    return kept === '' ? '' : `${bullet}${kept}`;
  }

  private settle(sentence: string): string {
    if (sentence.trim() === '') return '';
    const reason = this.findFault(sentence);
    if (reason !== null) return this.drop(reason);
    const settled = settleSentence(sentence, this.evidence.draft);
    if (settled.verdict === 'drop') return this.drop('unsupported_claim');
    this.claims.push(...settled.claims);
    const bare = settled.text.replaceAll(MARKER, '').trim();
    for (const citation of settled.citations) {
      this.citations.push({ ...citation, marker: this.shownAs(citation.marker), sentence: bare });
    }
    // Colleagues who read a script may look things up; what goes to a customer has no markers.
    if (this.evidence.type !== 'call_script') return settled.text.replaceAll(MARKER, '');
    return settled.text.replaceAll(/\[(\d{1,3})\]/g, (_marker, number: string) => `[${this.shownAs(Number(number))}]`);
  }

  private findFault(sentence: string): DropReason | null {
    const { isMedical, recorded, knownWords, language } = this.evidence;
    if (findMedicalClaim(sentence, isMedical) !== undefined) return 'medical_claim';
    if (findInventedContact(sentence, recorded) !== undefined) return 'invented_contact';
    return findUnknownName(sentence, knownWords, language) === undefined ? null : 'unknown_name';
  }

  private drop(reason: DropReason): '' {
    this.dropped.push(reason);
    return '';
  }

  private shownAs(marker: number): number {
    const shown = this.shown.get(marker) ?? this.shown.size + 1;
    this.shown.set(marker, shown);
    return shown;
  }
}

/** A heading of a script with nothing left beneath it goes as well. */
function dropEmptyParts(lines: readonly string[]): string[] {
  return lines.filter((line, index) => {
    if (!isScriptHeading(line)) return true;
    const below = lines.slice(index + 1).find((other) => other !== '');
    return below !== undefined && !isScriptHeading(below);
  });
}
