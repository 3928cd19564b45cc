import { type DoubtFact, type SalesReplyFacts } from '../../llm.port.js';
import { type EvidenceNeed } from './choose-evidence.js';
import { findEvidence } from './find-evidence.js';

/** What the passages of a turn leave open, whichever model writes about them. */
export interface EvidenceReview {
  need: EvidenceNeed;
  /** Names asked about that stand in no passage. */
  missingNames: number;
  asked: number;
  answered: number;
  /** Why something that would have answered must not be repeated. */
  doubts: DoubtFact['reason'][];
}

export function reviewEvidence(facts: SalesReplyFacts): EvidenceReview {
  const { need, missing, answers } = findEvidence(facts);
  const doubts = answers.flatMap(({ sentences }) => sentences.flatMap(({ doubt }) => doubt ?? []));
  const isUsable = ({ sentences, isAnswered }: (typeof answers)[number]) =>
    isAnswered && (sentences.length === 0 || sentences.some(({ doubt }) => doubt === undefined));
  return {
    need,
    missingNames: missing.length,
    asked: answers.length,
    answered: answers.filter(isUsable).length,
    doubts: [...new Set(doubts)],
  };
}
