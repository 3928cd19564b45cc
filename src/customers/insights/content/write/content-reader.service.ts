import { Injectable } from '@nestjs/common';
import { type RankedRecord, RecordSearchService } from '../../../../rag/index.js';
import {
  chooseSubject,
  type ContentMaterial,
  type ContentRequest,
  gatherFacts,
  type Recipient,
} from './gather-facts.js';
import { type InteractionRecord } from './interaction-record.js';
import { InteractionSource } from './interaction.source.js';
import { readLabel } from './read-label.js';
import { SubjectKnowledgeService } from './subject-knowledge.service.js';

/** Interactions a text is built on. */
const MAX_INTERACTIONS = 8;

export interface PreparedContent {
  interactions: RankedRecord<InteractionRecord>[];
  material: ContentMaterial;
}

/** Reads what texts are written from: the interactions of all recipients in one statement, and each subject's knowledge once. */
@Injectable()
export class ContentReader {
  constructor(
    private readonly search: RecordSearchService,
    private readonly source: InteractionSource,
    private readonly knowledge: SubjectKnowledgeService,
  ) {}

  async readInteractions(
    customerIds: readonly number[],
    request: ContentRequest,
  ): Promise<Map<number, RankedRecord<InteractionRecord>[]>> {
    return this.search.search(this.source, {
      ownerIds: customerIds,
      queryOf: (records) => chooseQuery(records, request),
      limit: MAX_INTERACTIONS,
    });
  }

  async prepare(
    recipient: Recipient,
    interactions: RankedRecord<InteractionRecord>[],
    request: ContentRequest,
  ): Promise<PreparedContent> {
    const subject = chooseSubject(request, interactions);
    const knowledge = subject === null ? null : await this.knowledge.find(subject);
    return { interactions, material: gatherFacts(recipient, interactions, knowledge, request) };
  }
}

/**
 * What is looked for among a customer's interactions: the caller's wish, else the subject of the newest one, so that a letter
 * speaks of one thing; and what did not go well, because that is worth a letter more than what did.
 */
function chooseQuery(newestFirst: readonly InteractionRecord[], { about }: ContentRequest): string {
  const newest = newestFirst.find(({ topic }) => readLabel(topic) !== null);
  return `${about ?? newest?.topic ?? ''} negative`;
}
