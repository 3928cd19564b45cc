import { type CustomerContentFacts, type LlmResult } from '../../../../llm/index.js';
import { type DropReason } from '../draft/check-sentence.js';

/** Why a person has to read a text before it is sent. */
export interface ContentReview {
  reason: 'adverse_event' | 'contradiction' | 'low_confidence';
  note: string;
}

const DROPPED: Readonly<Record<DropReason, string>> = {
  medical_claim: 'a claim about dosage, effect or treatment',
  invented_contact: 'a meeting, promise or statement that is not on record',
  unknown_name: 'a name that is not on record',
  unsupported_claim: 'a figure or statement that no source supports',
};

/** The reasons for which a person should look at a text, most pressing first. */
export function listReviews(
  facts: Pick<CustomerContentFacts, 'isAdverseEvent' | 'language'>,
  dropped: readonly DropReason[],
  result: Pick<LlmResult, 'provider'>,
): ContentReview[] {
  const reviews: ContentReview[] = [];
  if (facts.isAdverseEvent)
    reviews.push({
      reason: 'adverse_event',
      note: 'An interaction of this customer is about an adverse event; a person has to read the text before it is sent.',
    });
  if (dropped.length > 0) {
    const kinds = [...new Set(dropped)].map((reason) => DROPPED[reason]);
    reviews.push({
      reason: 'contradiction',
      note: `The model wrote ${kinds.join(', ')}; it was removed (${dropped.length} ${dropped.length === 1 ? 'sentence' : 'sentences'}).`,
    });
  }
  if (facts.language !== 'en' && result.provider !== 'offline')
    reviews.push({
      reason: 'low_confidence',
      note: 'Statements in another language than the documents’ are checked for figures, names, deeds and medical claims only.',
    });
  return reviews;
}
