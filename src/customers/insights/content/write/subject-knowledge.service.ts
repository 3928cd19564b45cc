import { Injectable } from '@nestjs/common';
import { findDoubts, RetrieveService } from '../../../../rag/index.js';
import { readKnowledge, type SubjectKnowledge } from './subject-knowledge.js';

const MAX_PASSAGES = 4;
/** Customers of a batch share their subjects; documents change seldom, and a minute later at most it is noticed. */
const KEPT_MS = 60_000;
const MAX_KEPT = 500;

/** What the knowledge base says to a subject, looked up once for all who share it. */
@Injectable()
export class SubjectKnowledgeService {
  private readonly kept = new Map<string, { until: number; knowledge: Promise<SubjectKnowledge> }>();

  constructor(private readonly retrieval: RetrieveService) {}

  async find(subject: string): Promise<SubjectKnowledge> {
    const now = Date.now();
    const known = this.kept.get(subject);
    if (known !== undefined && known.until > now) return known.knowledge;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    const knowledge = this.lookUp(subject, new Date(now));
    this.kept.set(subject, { until: now + KEPT_MS, knowledge });
    // A look-up that failed must not be remembered.
    knowledge.catch(() => this.kept.delete(subject));
    return knowledge;
  }

  private async lookUp(subject: string, now: Date): Promise<SubjectKnowledge> {
    const { passages, answerable } = await this.retrieval.retrieve({ query: subject, limit: MAX_PASSAGES });
    const doubts = findDoubts(
      passages.map((passage, index) => ({ marker: index + 1, passage })),
      now,
    );
    return readKnowledge({ passages, verdict: answerable.verdict, doubts });
  }
}
