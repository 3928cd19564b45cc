import {
  chooseShopTools,
  lacksSubject,
  renderShopReply,
  writeClarification,
  type LlmRequest,
  type LlmResult,
  type LlmToolCall,
  type ShopFact,
  type ShopObservation,
  type ShopReplyFacts,
} from '../../llm/index.js';
import { DraftEvidence, findDoubts, type Citation, type Claim } from '../../rag/index.js';
import { ModelLog } from '../model-log.js';
import { judgeConfidence } from '../outcome/score-confidence.js';
import { type FinishedToolCall } from '../tools/run-tool.js';
import { type RequestOptions, type TurnWork } from '../turn-work.port.js';
import { type NextStep, type Reply, type ReplyEvent, type ToolUse, type Turn, type TurnAnalysis } from '../turn.js';
import { indexFacts, type FactIndex } from './check/fact-index.js';
import { settleShopSentence } from './check/settle-shop-sentence.js';
import { nextSlots } from './next-slots.js';
import { readSlots } from './shop-slots.js';
import { toShopObservation } from './to-shop-observation.js';

const MARKER = /\[(\d{1,3})\]/g;
const SENTENCE_END = /(?<=[.!?])\s+|\n+/;

/** The shop's assistant: a customer's message, answered from the shop's records. */
export class ShopTurnWork implements TurnWork {
  readonly nothingConfirmed =
    'I could not confirm an answer to this, so I would rather not guess. A person of our team can help; just say so.';
  private readonly evidence: DraftEvidence;
  private readonly observations: ShopObservation[] = [];
  private readonly toolUses: ToolUse[] = [];
  private readonly models = new ModelLog();
  private readonly citations: Citation[] = [];
  private readonly claims: Claim[] = [];
  private readonly trace: string[] = [];
  private readonly shown = new Map<number, number>();
  private known: { facts: ShopFact[]; index: FactIndex } | undefined;
  private draft = '';
  private droppedSentences = 0;

  constructor(
    private readonly turn: Turn,
    private readonly asked: Omit<ShopReplyFacts, 'observations'>,
    readonly analysis: TurnAnalysis,
  ) {
    this.evidence = new DraftEvidence({ message: turn.message, customer: null });
    this.trace.push(`understood as ${asked.wants.map(({ intent }) => intent).join(', ') || analysis.intent}`);
  }

  get hasObservations(): boolean {
    return this.observations.length > 0;
  }

  get hasText(): boolean {
    return this.draft.trim() !== '';
  }

  get isDegraded(): boolean {
    return this.models.isDegraded;
  }

  get modelCallCount(): number {
    return this.models.callCount;
  }

  get toolCallCount(): number {
    return this.toolUses.length;
  }

  request(options: RequestOptions): LlmRequest {
    return renderShopReply(this.facts(), options);
  }

  callsForAssertion(offered: LlmRequest['tools']): LlmToolCall[] {
    return chooseShopTools(this.facts(), offered);
  }

  observe(finished: FinishedToolCall): void {
    this.known = undefined;
    this.toolUses.push(finished.use);
    this.trace.push(`${finished.use.tool}: ${finished.use.status}, ${finished.use.outputSummary}`);
    const { finding } = finished.outcome;
    const markers = finding.tool === 'query_knowledge_base' ? this.evidence.add(finding.passages) : [];
    const observation = toShopObservation(finished, markers);
    if (observation !== undefined) this.observations.push(observation);
    if (finding.tool === 'query_knowledge_base') {
      this.evidence.exclude(findDoubts(this.evidence.passages(), this.turn.now));
    }
  }

  heard(result: LlmResult): void {
    this.trace.push(this.models.add(result));
  }

  supports(sentence: string): boolean {
    return settleShopSentence(sentence, this.found().index, this.evidence).verdict === 'keep';
  }

  *release(sentence: string): Generator<ReplyEvent> {
    const settled = settleShopSentence(sentence, this.found().index, this.evidence);
    if (settled.verdict === 'drop') {
      this.droppedSentences += 1;
      const reasons = settled.claims.filter(({ verdict }) => verdict !== 'verified').map(({ kind }) => kind);
      this.trace.push(`dropped a sentence: ${[...new Set(reasons)].join(', ')}`);
      return;
    }
    this.claims.push(...settled.claims);
    yield* this.say(settled.text.replaceAll(MARKER, (_marker, number: string) => `[${this.shownAs(Number(number))}]`));
    for (const found of settled.citations) {
      const citation = { ...found, marker: this.shownAs(found.marker) };
      if (this.citations.some((known) => known.marker === citation.marker && known.start === citation.start)) continue;
      this.citations.push(citation);
      yield { type: 'citation', citation };
    }
  }

  *say(text: string): Generator<ReplyEvent> {
    if (text === '') return;
    this.draft += text;
    yield { type: 'text-delta', delta: text };
  }

  finish(promptVersion: string): Reply {
    const clarifyingQuestion = this.findQuestion();
    return {
      status: clarifyingQuestion === null ? 'success' : 'needs_clarification',
      analysis: this.analysis,
      draft: this.draft,
      citations: this.citations,
      claims: this.claims,
      nextSteps: this.planNextSteps(),
      toolUses: this.toolUses,
      ...judgeConfidence({
        intentProbability: this.analysis.intentConfidence,
        evidenceScore: null,
        isEvidenceMissing: false,
        droppedSentences: this.droppedSentences,
        degraded: this.isDegraded,
      }),
      trace: this.trace,
      ...this.models.describe(promptVersion),
      facts: this.found().facts,
      slots: nextSlots(readSlots(this.turn.slots), this.asked.wants, this.observations),
      clarifyingQuestion,
    };
  }

  private facts(): ShopReplyFacts {
    return { ...this.asked, observations: [...this.observations] };
  }

  private found(): { facts: ShopFact[]; index: FactIndex } {
    if (this.known === undefined) {
      const facts = this.observations.flatMap((one) => (one.tool === 'query_knowledge_base' ? [] : one.facts));
      this.known = { facts, index: indexFacts(facts) };
    }
    return this.known;
  }

  /** What the answer asks back; a friendly "what else?" behind an answer is no such question. */
  private findQuestion(): string | null {
    const choices = this.observations.flatMap((one) =>
      one.tool !== 'query_knowledge_base' && one.choice !== null ? [writeClarification(one)] : [],
    );
    if (choices.length === 0 && !this.lacksSomething()) return null;
    return choices.find((exact) => this.draft.includes(exact)) ?? lastQuestion(this.draft);
  }

  /** Nothing has such a name, or nothing was named that could be looked up. */
  private lacksSomething(): boolean {
    const { wants, refusal, isSignedIn } = this.asked;
    const isUnknown = this.found().facts.some(
      (fact) => fact.query === 'products.by_name' && fact.data.match === 'none',
    );
    return isUnknown || (refusal === null && wants.some((want) => lacksSubject(want, isSignedIn)));
  }

  private planNextSteps(): NextStep[] {
    const { refusal } = this.asked;
    if (this.toolUses.some(({ tool, status }) => tool === 'hand_off' && status === 'ok')) {
      return [flag('requested_person', 'The customer asked for a person.')];
    }
    if (refusal === 'instructions')
      return [flag('suspected_injection', 'The message gives the assistant instructions.')];
    if (refusal === 'other_people') return [flag('internal_data_requested', 'The message asks for data of others.')];
    if (this.droppedSentences > 0) return [flag('no_evidence', 'Sentences that nothing supports were left out.')];
    return [{ action: 'NO_ACTION', details: { reason: 'The question was answered from the records.' } }];
  }

  /** Readers see 1, 2, 3 in the order of the text, whatever numbers the passages had for the model. */
  private shownAs(marker: number): number {
    const shown = this.shown.get(marker) ?? this.shown.size + 1;
    this.shown.set(marker, shown);
    return shown;
  }
}

function lastQuestion(text: string): string | null {
  return text.split(SENTENCE_END).findLast((sentence) => sentence.endsWith('?')) ?? null;
}

function flag(
  reason: Extract<NextStep, { action: 'FLAG_FOR_HUMAN_REVIEW' }>['details']['reason'],
  note: string,
): NextStep {
  return { action: 'FLAG_FOR_HUMAN_REVIEW', details: { reason, note } };
}
