import { findChannel, type InteractionFact } from '../../../../llm/index.js';
import { type Claim, DraftEvidence } from '../../../../rag/index.js';
import { describeInteraction } from '../write/describe-record.js';
import { type SubjectKnowledge } from '../write/subject-knowledge.js';
import { type CheckBasis, type CheckContext, checkSentence, type KeptSentence } from './check-sentence.js';
import { wordsOf } from './find-unknown-name.js';
import { maskSentence, SAMPLE } from './mask-sentence.js';

const MAX_KEPT = 2_000;

interface SharedCheck {
  basis: CheckBasis;
  kept: Map<string, KeptSentence>;
}

const byKnowledge = new WeakMap<SubjectKnowledge, Map<string, SharedCheck>>();

/**
 * What may be said to anybody on a subject: courtesies, questions, and what the passages say. Checked without anybody's record,
 * and once for all whose texts have the sentence; only what may stand is remembered, so nothing of a person ever is.
 */
export function checkForAnybody(
  sentence: string,
  knowledge: SubjectKnowledge,
  context: CheckContext,
): KeptSentence | undefined {
  const { basis, kept } = sharedCheck(knowledge, context);
  const known = kept.get(sentence);
  if (known !== undefined) return known;
  const checked = checkSentence(sentence, basis, context);
  if (checked.verdict === 'drop') return undefined;
  remember(kept, sentence, checked);
  return checked;
}

function sharedCheck(knowledge: SubjectKnowledge, { language, isMedical }: CheckContext): SharedCheck {
  const checks = byKnowledge.get(knowledge) ?? new Map<string, SharedCheck>();
  byKnowledge.set(knowledge, checks);
  const key = `${language} ${isMedical}`;
  let check = checks.get(key);
  if (check === undefined) {
    const draft = new DraftEvidence({ message: '', customer: null, language });
    draft.add(knowledge.passages);
    draft.exclude(knowledge.doubts);
    check = { basis: { draft, isKnownWord: (word) => knowledge.words.has(word), recorded: '' }, kept: new Map() };
    checks.set(key, check);
  }
  return check;
}

/** A record as sentences are told from. */
export interface ToldRecord {
  addressee: string | null;
  interactions: readonly InteractionFact[];
  /** `interaction:<id>`, as the interactions. */
  refs: readonly string[];
}

const templates = new Map<string, true>();

/**
 * What retells a person's record: their values are replaced by sample ones, and the sentence about the sample is held against
 * the sample's record. What says "by phone on {date} about {topic}" of one says it of all, so it is checked once.
 */
export function checkRetelling(sentence: string, told: ToldRecord, context: CheckContext): KeptSentence | undefined {
  const masked = maskSentence(sentence, told);
  if (masked === undefined) return undefined;
  const { template, interaction, dates } = masked;
  const sample = interaction === null ? null : toSample(told.interactions[interaction]);
  const key = [context.language, context.isMedical, sample?.channel, sample?.topic, sample?.sentiment, template].join(
    '|',
  );
  if (!templates.has(key)) {
    if (checkSentence(template, sampleBasis(sample, context), context).verdict === 'drop') return undefined;
    remember(templates, key, true);
  }
  const ref = interaction === null ? undefined : told.refs[interaction];
  const claims = ref === undefined ? [] : dates.map((text): Claim => toDateClaim(text, ref));
  return { verdict: 'keep', text: sentence, citations: [], claims };
}

function toDateClaim(text: string, ref: string): Claim {
  return { text, kind: 'date', verdict: 'verified', evidence: { kind: 'customer', ref } };
}

/** Known channels keep their word, because each has a phrase of its own. */
function toSample(fact: InteractionFact | undefined): InteractionFact | null {
  if (fact === undefined) return null;
  const channel = fact.channel === null || findChannel(fact.channel) !== undefined ? fact.channel : SAMPLE.channel;
  return { date: SAMPLE.date, channel, topic: fact.topic === null ? null : SAMPLE.topic, sentiment: fact.sentiment };
}

const TOPICS_ONLY: readonly InteractionFact[] = [SAMPLE.topic, SAMPLE.otherTopic].map((topic) => {
  return { date: SAMPLE.date, channel: null, topic, sentiment: null };
});

function sampleBasis(sample: InteractionFact | null, { language }: CheckContext): CheckBasis {
  const facts = sample === null ? TOPICS_ONLY : [sample];
  const record = facts.map((fact, index) => describeInteraction(fact, `sample:${index}`));
  const labels = facts.flatMap(({ channel, topic }) => [channel, topic]).filter((label) => label !== null);
  const words = wordsOf([...labels, SAMPLE.addressee]);
  return {
    draft: new DraftEvidence({ message: '', customer: null, language, record }),
    isKnownWord: (word) => words.has(word),
    recorded: labels.join('\n'),
  };
}

/** Emptied when full: models may write anything. */
function remember<V>(kept: Map<string, V>, key: string, value: V): void {
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, value);
}
