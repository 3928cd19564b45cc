import {
  type ContentLanguage,
  type ContentTone,
  type ContentType,
  type CustomerContentFacts,
  type InteractionFact,
} from '../../../../llm/index.js';
import { DraftEvidence, type RankedRecord } from '../../../../rag/index.js';
import { toIsoDate } from '../../../../shared/dates.js';
import { rememberRecent } from '../../../../shared/remember-recent.js';
import { toProspectFact } from '../../../to-prospect-fact.js';
import { type CheckBasis } from '../draft/check-sentence.js';
import { wordsOf } from '../draft/find-unknown-name.js';
import { type ContentEvidence } from '../draft/settle-content.js';
import { chooseFrame, type Frame } from './choose-frame.js';
import { describeRecord, describeWish, refOf } from './describe-record.js';
import { type InteractionRecord } from './interaction-record.js';
import { isMedicalTopic } from './judge-topics.js';
import { readLabel } from './read-label.js';
import { NO_KNOWLEDGE, type SubjectKnowledge } from './subject-knowledge.js';

/** What is asked for. */
export interface ContentRequest {
  type: ContentType;
  tone: ContentTone;
  language: ContentLanguage;
  /** What it is to be about; null: what the interactions are about. */
  about: string | null;
}

/** The person written to, as far as a text may know them. */
export interface Recipient {
  customerId: number;
  name: string | null;
  occupation: string | null;
  company: string | null;
  stage: string | null;
}

/** Everything a text is written from and held against. */
export interface ContentMaterial {
  facts: CustomerContentFacts;
  frame: Frame;
  evidence: ContentEvidence;
}

const SENTIMENTS: ReadonlyMap<string, InteractionFact['sentiment']> = new Map(
  (['positive', 'neutral', 'negative'] as const).map((label) => [label, label]),
);

/** The subject the documents are asked about: the wish of whoever asked, else what the first interaction is about. */
export function chooseSubject(
  request: ContentRequest,
  interactions: readonly RankedRecord<InteractionRecord>[],
): string | null {
  return (
    readLabel(request.about) ??
    interactions.map(({ record }) => readLabel(record.topic)).find((topic) => topic !== null) ??
    null
  );
}

/** Typed facts, frame and evidence from what was read. Pure. */
export function gatherFacts(
  recipient: Recipient,
  interactions: readonly RankedRecord<InteractionRecord>[],
  knowledge: SubjectKnowledge | null,
  request: ContentRequest,
): ContentMaterial {
  const frame = chooseFrame(recipient, request);
  const customer = cleanRecipient(recipient);
  const listed = interactions.map(({ record }) => toInteractionFact(record));
  const about = readLabel(request.about);
  const { type, tone, language } = request;
  const facts: CustomerContentFacts = {
    type,
    tone,
    language,
    customer: toProspectFact(customer),
    salutation: frame.salutation,
    addressee: frame.addressee,
    interactions: listed,
    interactionCount: interactions[0]?.record.total ?? 0,
    about,
    ...judgeSubject(about, interactions),
    passages: knowledge?.facts ?? [],
    verdict: knowledge?.verdict ?? null,
    doubts: knowledge?.doubts ?? [],
  };
  const { addressee, isMedical } = facts;
  const evidence: ContentEvidence = {
    type,
    language,
    isMedical,
    knowledge: knowledge ?? NO_KNOWLEDGE,
    record: { addressee, interactions: listed, refs: interactions.map(refOf) },
    whole: once(() => toBasis(facts, customer, interactions, knowledge ?? NO_KNOWLEDGE)),
  };
  return { facts, frame, evidence };
}

/** The topics as they are stored count, also those that no text may repeat. */
function judgeSubject(
  about: string | null,
  interactions: readonly RankedRecord<InteractionRecord>[],
): Pick<CustomerContentFacts, 'isMedical' | 'isAdverseEvent'> {
  const isAdverseEvent = interactions[0]?.record.hasAdverseEvent ?? false;
  const topics = [about, ...interactions.map(({ record }) => record.topic)];
  return { isAdverseEvent, isMedical: isAdverseEvent || topics.some(isMedicalTopic) };
}

/** Everything that is known of one customer, and the passages. */
function toBasis(
  facts: CustomerContentFacts,
  customer: Recipient,
  ranked: readonly RankedRecord<InteractionRecord>[],
  knowledge: SubjectKnowledge,
): CheckBasis {
  const { salutation, addressee, about, interactions, language } = facts;
  const record = [...describeRecord(ranked, interactions), ...describeWish(about)];
  const draft = new DraftEvidence({ message: '', customer, language, record });
  draft.add(knowledge.passages);
  draft.exclude(knowledge.doubts);
  const labels = interactions.flatMap(({ channel, topic }) => [channel, topic]).filter((label) => label !== null);
  const { name, company, occupation, stage } = customer;
  const known = [salutation, addressee, about, name, company, occupation, stage].filter((text) => text !== null);
  const words = wordsOf([...known, ...labels]);
  return {
    draft,
    isKnownWord: (word) => words.has(word) || knowledge.words.has(word),
    recorded: labels.join('\n'),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Only what reads like a name, a company or a job may be repeated. */
function cleanRecipient(recipient: Recipient): Recipient {
  const { customerId, name, occupation, company, stage } = recipient;
  return {
    customerId,
    name: readLabel(name),
    occupation: readLabel(occupation),
    company: readLabel(company),
    stage: readLabel(stage),
  };
}

/** Topics and channels are few, and reading one is dear; what names a person is not kept. */
const readOften = rememberRecent(500, (value: string) => ({ label: readLabel(value) }));

function toInteractionFact({ at, channel, topic, sentiment }: InteractionRecord): InteractionFact {
  return {
    date: toIsoDate(at),
    channel: readOften(channel).label,
    topic: readOften(topic ?? '').label,
    sentiment: SENTIMENTS.get(sentiment?.trim().toLowerCase() ?? '') ?? null,
  };
}
