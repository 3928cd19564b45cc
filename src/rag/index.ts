export * from './passage.js';
export { admitsIgnorance } from './cite/admits-ignorance.js';
export { checkClaims, type ClaimEvidence } from './cite/check-claims.js';
export { checkGrounding, type Grounding } from './cite/check-grounding.js';
export { type ContradictingFigure, type Contradiction, findContradictions } from './cite/find-contradictions.js';
export { findGarbledFigures, isGarbled } from './cite/find-garbled-figures.js';
export { isInstruction } from './cite/is-instruction.js';
export { isInternal, isInternalLine } from './cite/is-internal.js';
export { isOutdatedHeading, readReach } from './cite/is-outdated.js';
export { citePassage, type PassageQuote } from './cite/cite-passage.js';
export {
  type IngestReport,
  type IngestedText,
  KnowledgeIngestService,
  type TextInput,
} from './ingest/knowledge-ingest.service.js';
export { KnowledgeDocumentRepository, type DocumentText } from './store/knowledge-document.repository.js';
export { DraftEvidence, type KnownFacts } from './draft/draft-evidence.js';
export { findDoubts, type MarkedPassage } from './draft/find-doubts.js';
export { SentenceStream } from './draft/sentence-stream.js';
export { settleSentence, type SettledSentence } from './draft/settle-sentence.js';
export { type OwnedRecord, type RankedRecord } from './records/rank-records.js';
export { RecordSearchService, type RecordSource } from './records/record-search.service.js';
export { RagModule } from './rag.module.js';
export { RetrieveService } from './retrieve/retrieve.service.js';
