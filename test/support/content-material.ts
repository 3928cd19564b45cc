import {
  type ContentLanguage,
  type ContentTone,
  type ContentType,
  type LlmProvider,
  OfflineProvider,
} from '../../src/llm/index.js';
import { type RankedRecord } from '../../src/rag/index.js';
import {
  ContentWriter,
  type WrittenContent,
} from '../../src/customers/insights/content/write/content-writer.service.js';
import {
  type ContentMaterial,
  gatherFacts,
  type Recipient,
} from '../../src/customers/insights/content/write/gather-facts.js';
import { type FoundKnowledge, readKnowledge } from '../../src/customers/insights/content/write/subject-knowledge.js';
import { type InteractionRecord } from '../../src/customers/insights/content/write/interaction-record.js';
import { isAdverseEventTopic } from '../../src/customers/insights/content/write/judge-topics.js';

export interface InteractionSketch {
  at: string;
  channel: string;
  topic?: string | null;
  sentiment?: string | null;
}

export interface ContentSketch extends Partial<Omit<Recipient, 'customerId'>> {
  interactions?: readonly InteractionSketch[];
  type?: ContentType;
  tone?: ContentTone;
  language?: ContentLanguage;
  about?: string | null;
  knowledge?: FoundKnowledge | null;
}

/** What a text is written from, of what a test cares about. */
export function contentMaterial(sketch: ContentSketch = {}): ContentMaterial {
  const { interactions, knowledge, type, tone, language, about, ...person } = { ...NOTHING, ...sketch };
  return gatherFacts(
    { customerId: 7, ...person },
    rank(interactions),
    knowledge === null ? null : readKnowledge(knowledge),
    { type, tone, language, about },
  );
}

const NOTHING: Required<ContentSketch> = {
  name: null,
  occupation: null,
  company: null,
  stage: null,
  interactions: [],
  type: 'email',
  tone: 'friendly',
  language: 'en',
  about: null,
  knowledge: null,
};

function rank(interactions: readonly InteractionSketch[]): RankedRecord<InteractionRecord>[] {
  const hasAdverseEvent = interactions.some(({ topic = null }) => isAdverseEventTopic(topic));
  return interactions.map(({ at, channel, topic = null, sentiment = null }, index) => ({
    record: {
      recordId: index + 1,
      ownerId: 7,
      at: new Date(at),
      text: '',
      channel,
      topic,
      sentiment,
      total: interactions.length,
      hasAdverseEvent,
    },
    relevance: 1,
    recency: 1,
  }));
}

/** The text a model writes from it, checked as in the product. */
export function writeContent(
  sketch: ContentSketch = {},
  model: LlmProvider = new OfflineProvider(),
): Promise<WrittenContent> {
  return new ContentWriter(model).write(contentMaterial(sketch), new AbortController().signal);
}
