import {
  type ContentLanguage,
  type ContentTone,
  type ContentType,
  type CustomerContentFacts,
  type DoubtFact,
  type InteractionFact,
} from '../../../../llm/index.js';
import { DraftEvidence, type Passage, type RankedRecord, type Retrieval } from '../../../../rag/index.js';
import { toIsoDate } from '../../../../shared/dates.js';
import { toProspectFact } from '../../../to-prospect-fact.js';
import { wordsOf } from '../draft/find-unknown-name.js';
import { type ContentEvidence } from '../draft/settle-content.js';
import { chooseFrame, type Frame } from './choose-frame.js';
import { describeRecord, describeWish } from './describe-record.js';
import { type InteractionRecord } from './interaction-record.js';
import { isMedicalTopic } from './judge-topics.js';
import { readLabel } from './read-label.js';

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

/** What the documents say to a subject. */
export interface SubjectKnowledge {
  passages: readonly Passage[];
  verdict: Retrieval['answerable']['verdict'];
  doubts: readonly DoubtFact[];
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
  const draft = new DraftEvidence({
    message: '',
    customer,
    language: request.language,
    record: [...describeRecord(interactions, listed), ...describeWish(about)],
  });
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
    ...addKnowledge(draft, knowledge),
  };
  return { facts, frame, evidence: toEvidence(facts, draft) };
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

/** Takes what the documents say into the evidence, and hands it out as it may be cited. */
function addKnowledge(
  draft: DraftEvidence,
  knowledge: SubjectKnowledge | null,
): Pick<CustomerContentFacts, 'passages' | 'verdict' | 'doubts'> {
  if (knowledge === null) return { passages: [], verdict: null, doubts: [] };
  const markers = draft.add(knowledge.passages);
  draft.exclude(knowledge.doubts);
  const passages = knowledge.passages.map(({ title, heading, source, text }, index) => {
    return { marker: markers[index] ?? 0, title, heading, source, text };
  });
  return { passages, verdict: knowledge.verdict, doubts: knowledge.doubts };
}

function toEvidence(facts: CustomerContentFacts, draft: DraftEvidence): ContentEvidence {
  const { type, language, isMedical, salutation, addressee, about, interactions, passages } = facts;
  const { name, company, occupation, stage } = facts.customer;
  const labels = interactions.flatMap(({ channel, topic }) => [channel, topic]).filter((label) => label !== null);
  const known = [salutation, addressee, about, name, company, occupation, stage].filter((text) => text !== null);
  return {
    type,
    language,
    isMedical,
    draft,
    knownWords: wordsOf([...known, ...labels, ...passages.map(({ title, text }) => `${title} ${text}`)]),
    recorded: labels.join('\n'),
  };
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

function toInteractionFact({ at, channel, topic, sentiment }: InteractionRecord): InteractionFact {
  return {
    date: toIsoDate(at),
    channel: readLabel(channel),
    topic: readLabel(topic),
    sentiment: SENTIMENTS.get(sentiment?.trim().toLowerCase() ?? '') ?? null,
  };
}
