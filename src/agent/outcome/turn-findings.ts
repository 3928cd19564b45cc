import { type Customer } from '../../customers/index.js';
import { type EvidenceReview } from '../../llm/index.js';
import { type TurnAnalysis } from '../turn.js';

/** What a turn came to know, for deciding what should happen next. */
export interface TurnFindings {
  message: string;
  analysis: TurnAnalysis;
  customer: Customer | null;
  /** Whether the answer needed evidence, and whether there was enough. */
  evidence: 'not_needed' | 'found' | 'missing';
  /** Whether something was asked that documents could answer, rather than a deed wished for or a doubt stated. */
  asksForFacts: boolean;
  /** Why passages that would have answered are not to be trusted. */
  doubts: EvidenceReview['doubts'];
  /** Sentences the model wrote that nothing supported. */
  droppedSentences: number;
  now: Date;
}
