import { type ContentLanguage } from '../../../../llm/index.js';
import { type DraftEvidence, type SettledSentence, settleSentence } from '../../../../rag/index.js';
import { findInventedContact } from './find-invented-contact.js';
import { findMedicalClaim } from './find-medical-claim.js';
import { findUnknownName } from './find-unknown-name.js';

export type DropReason = 'medical_claim' | 'invented_contact' | 'unknown_name' | 'unsupported_claim';

/** What a sentence is held against. */
export interface CheckBasis {
  /** Passages and record, as in a turn. */
  draft: DraftEvidence;
  /** Whether a word (lower case) stands in the record, the passages or the frame, and may be a name. */
  isKnownWord: (word: string) => boolean;
  /** Channels and topics on record. */
  recorded: string;
}

export interface CheckContext {
  language: ContentLanguage;
  isMedical: boolean;
}

export type KeptSentence = Extract<SettledSentence, { verdict: 'keep' }>;

/** One sentence of a text to a customer: what may stand, or why it may not. A claim about medicine is out, whoever makes it. */
export function checkSentence(
  sentence: string,
  { draft, isKnownWord, recorded }: CheckBasis,
  { language, isMedical }: CheckContext,
): KeptSentence | { verdict: 'drop'; reason: DropReason } {
  if (findMedicalClaim(sentence, isMedical) !== undefined) return { verdict: 'drop', reason: 'medical_claim' };
  if (findInventedContact(sentence, recorded) !== undefined) return { verdict: 'drop', reason: 'invented_contact' };
  if (findUnknownName(sentence, isKnownWord, language) !== undefined)
    return { verdict: 'drop', reason: 'unknown_name' };
  const settled = settleSentence(sentence, draft);
  return settled.verdict === 'keep' ? settled : { verdict: 'drop', reason: 'unsupported_claim' };
}
