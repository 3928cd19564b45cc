export * from './passage.js';
export { checkClaims, type ClaimEvidence } from './cite/check-claims.js';
export { checkGrounding, type Grounding } from './cite/check-grounding.js';
export { citePassage, type PassageQuote } from './cite/cite-passage.js';
export {
  type IngestReport,
  type IngestedText,
  KnowledgeIngestService,
  type TextInput,
} from './ingest/knowledge-ingest.service.js';
export { RagModule } from './rag.module.js';
export { RetrieveService } from './retrieve/retrieve.service.js';
