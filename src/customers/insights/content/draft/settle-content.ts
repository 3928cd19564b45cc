import { type ContentType } from '../../../../llm/index.js';
import { type Citation, type Claim, SentenceStream } from '../../../../rag/index.js';
import { type SubjectKnowledge } from '../write/subject-knowledge.js';
import {
  type CheckBasis,
  type CheckContext,
  checkSentence,
  type DropReason,
  type KeptSentence,
} from './check-sentence.js';
import { checkForAnybody, checkRetelling, type ToldRecord } from './check-shared.js';
import { findMixUp } from './find-mix-up.js';
import { isScriptHeading, readDraft } from './read-draft.js';

/** What a text to a customer may rest on. */
export interface ContentEvidence extends CheckContext {
  type: ContentType;
  knowledge: SubjectKnowledge;
  record: ToldRecord;
  /** All of it together with the person's own words; made when a sentence needs it. */
  whole: () => CheckBasis;
}

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
    const checked = this.check(sentence);
    if (checked.verdict === 'drop') return this.drop(checked.reason);
    this.claims.push(...checked.claims);
    const bare = checked.text.replaceAll(MARKER, '').trim();
    for (const citation of checked.citations) {
      this.citations.push({ ...citation, marker: this.shownAs(citation.marker), sentence: bare });
    }
    // Colleagues who read a script may look things up; what goes to a customer has no markers.
    if (this.evidence.type !== 'call_script') return checked.text.replaceAll(MARKER, '');
    return checked.text.replaceAll(/\[(\d{1,3})\]/g, (_marker, number: string) => `[${this.shownAs(Number(number))}]`);
  }

  /** Most sentences are the same for many; the others are held against everything known of this one. */
  private check(sentence: string): KeptSentence | { verdict: 'drop'; reason: DropReason } {
    const { knowledge, record, whole } = this.evidence;
    if (findMixUp(sentence, record.interactions) !== undefined) return { verdict: 'drop', reason: 'invented_contact' };
    return (
      checkRetelling(sentence, record, this.evidence) ??
      checkForAnybody(sentence, knowledge, this.evidence) ??
      checkSentence(sentence, whole(), this.evidence)
    );
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
