import {
  chooseTools,
  renderSalesReply,
  reviewEvidence,
  type EvidenceReview,
  type DoubtFact,
  type LlmRequest,
  type LlmResult,
  type LlmToolCall,
  type PassageFact,
  type SalesReplyFacts,
  type SalesReplyOptions,
  type ToolObservation,
} from '../../llm/index.js';
import { type MessageAnalysis } from '../../nlu/index.js';
import {
  DraftEvidence,
  findDoubts,
  settleSentence,
  type Citation,
  type Claim,
  type Passage,
  type Retrieval,
} from '../../rag/index.js';
import { planNextSteps } from '../outcome/plan-next-steps.js';
import { type TurnFindings } from '../outcome/turn-findings.js';
import { judgeConfidence, type JudgedConfidence } from '../outcome/score-confidence.js';
import { type FinishedToolCall } from '../tools/run-tool.js';
import { ModelLog } from '../model-log.js';
import { type TurnWork } from '../turn-work.port.js';
import { type Reply, type ReplyEvent, type ToolUse, type Turn, type TurnAnalysis } from '../turn.js';

const MARKER = /\[(\d{1,3})\]/g;

/** The sales representative's assistant: a prospect's message, answered from the documents. */
export class SalesTurnWork implements TurnWork {
  readonly nothingConfirmed =
    'I could not find a confirmed answer to this, so I would rather check than guess. Could you tell me a little more about what you need?';
  readonly evidence: DraftEvidence;
  private readonly observations: ToolObservation[] = [];
  private readonly toolUses: ToolUse[] = [];
  private readonly models = new ModelLog();
  private readonly citations: Citation[] = [];
  private readonly claims: Claim[] = [];
  private readonly trace: string[] = [];
  /** One judgement per search. */
  private readonly answerable: Retrieval['answerable'][] = [];
  private doubts: DoubtFact[] = [];
  /** One object until something new is observed: what was found for it is found again. */
  private knownFacts: SalesReplyFacts | undefined;
  private draft = '';
  private droppedSentences = 0;
  /** Markers of the passages and the numbers readers see. */
  private readonly shown = new Map<number, number>();

  constructor(
    private readonly turn: Turn,
    private readonly understood: MessageAnalysis,
    private readonly question: { asked: string; plans: readonly string[] },
    readonly analysis: TurnAnalysis,
  ) {
    this.evidence = new DraftEvidence(turn);
    this.trace.push(`understood as ${analysis.intent} (${analysis.intentConfidence})`);
  }

  get hasObservations(): boolean {
    return this.observations.length > 0;
  }

  get hasText(): boolean {
    return this.draft.trim() !== '';
  }

  /** Whether another backend than the configured one had to answer. */
  get isDegraded(): boolean {
    return this.models.isDegraded;
  }

  get modelCallCount(): number {
    return this.models.callCount;
  }

  get toolCallCount(): number {
    return this.toolUses.length;
  }

  request(options: SalesReplyOptions): LlmRequest {
    return renderSalesReply(this.facts(), options);
  }

  /** The documents are looked up for a model that states something from memory. */
  callsForAssertion(offered: LlmRequest['tools']): LlmToolCall[] {
    return chooseTools(this.facts(), offered).filter(({ name }) => name === 'query_knowledge_base');
  }

  private facts(): SalesReplyFacts {
    const { message, history, prospectReference } = this.turn;
    const { understood: analysis, doubts } = this;
    this.knownFacts ??= {
      message,
      ...this.question,
      history,
      analysis,
      prospectReference,
      observations: [...this.observations],
      doubts,
    };
    return this.knownFacts;
  }

  /** Takes what a tool came back with into the evidence. */
  observe({ call, outcome, use }: FinishedToolCall): void {
    this.knownFacts = undefined;
    this.toolUses.push(use);
    this.trace.push(`${use.tool}: ${use.status}, ${use.outputSummary}`);
    const { status, finding } = outcome;
    if (finding.tool !== 'fetch_prospect_details' && finding.tool !== 'query_knowledge_base') return;
    if (finding.tool === 'fetch_prospect_details') {
      this.observations.push({ ...finding, callId: call.id, status });
      return;
    }
    const markers = this.evidence.add(finding.passages);
    const passages = finding.passages.map((passage, i) => toPassageFact(passage, markers[i] ?? 0));
    this.observations.push({
      tool: finding.tool,
      callId: call.id,
      status,
      query: finding.query,
      passages,
      ...verdictOf(finding.answerable),
    });
    if (finding.answerable !== null) this.answerable.push(finding.answerable);
    this.doubts = findDoubts(this.evidence.passages(), this.turn.now);
    this.evidence.exclude(this.doubts);
  }

  heard(result: LlmResult): void {
    this.trace.push(this.models.add(result));
  }

  /** Whether a sentence could be shown as it is. */
  supports(sentence: string): boolean {
    return settleSentence(sentence, this.evidence).verdict === 'keep';
  }

  /** Checks one sentence and yields what may leave: its text and its new citations, or nothing. */
  *release(sentence: string): Generator<ReplyEvent> {
    const settled = settleSentence(sentence, this.evidence);
    if (settled.verdict === 'drop') {
      this.droppedSentences += 1;
      const reasons = settled.claims
        .filter((claim) => claim.verdict !== 'verified')
        .map((claim) => `${claim.kind} ${claim.verdict}`);
      this.trace.push(`dropped a sentence: ${reasons.join(', ')}`);
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

  /** Readers see 1, 2, 3 in the order of the text, whatever numbers the passages had for the model. */
  private shownAs(marker: number): number {
    const shown = this.shown.get(marker) ?? this.shown.size + 1;
    this.shown.set(marker, shown);
    return shown;
  }

  /** Text of our own that states nothing. */
  *say(text: string): Generator<ReplyEvent> {
    if (text === '') return;
    this.draft += text;
    yield { type: 'text-delta', delta: text };
  }

  finish(promptVersion: string): Reply {
    const review = reviewEvidence(this.facts());
    const evidence = this.evidenceState(review);
    return {
      status: evidence === 'missing' && this.draft.includes('?') ? 'needs_clarification' : 'success',
      analysis: this.analysis,
      draft: this.draft,
      citations: this.citations,
      claims: this.claims,
      nextSteps: planNextSteps(this.findings(evidence, review)),
      toolUses: this.toolUses,
      ...this.confidence(evidence, review),
      trace: this.trace,
      ...this.models.describe(promptVersion),
      facts: [],
      slots: null,
      clarifyingQuestion: null,
    };
  }

  private confidence(evidence: TurnFindings['evidence'], review: EvidenceReview): JudgedConfidence {
    return judgeConfidence({
      intentProbability: this.analysis.intentConfidence,
      evidenceScore: this.evidenceScore(),
      isEvidenceMissing: evidence === 'missing',
      droppedSentences: this.droppedSentences,
      degraded: this.isDegraded,
      coverage: review.asked === 0 ? 1 : review.answered / review.asked,
      missingNames: review.missingNames,
      contradiction: review.doubts.includes('contradicted'),
    });
  }

  /** The mean over the searches: one question of two without an answer is half an answer. */
  private evidenceScore(): number | null {
    const scores = this.answerable.map(({ score }) => score);
    return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }

  private findings(evidence: TurnFindings['evidence'], { doubts, need }: EvidenceReview): TurnFindings {
    const { message, customer, now } = this.turn;
    const { analysis, droppedSentences } = this;
    return { message, analysis, customer, evidence, asksForFacts: need === 'question', doubts, droppedSentences, now };
  }

  private evidenceState({ missingNames, asked, answered }: EvidenceReview): TurnFindings['evidence'] {
    const hasSearched = this.observations.some(({ tool }) => tool === 'query_knowledge_base');
    if (!hasSearched || (asked === 0 && missingNames === 0)) return 'not_needed';
    // Passages that fit but prove nothing in the draft have not answered anything either.
    const isOpen = missingNames > 0 || answered < asked || this.citations.length === 0;
    return isOpen ? 'missing' : 'found';
  }
}

function toPassageFact({ title, heading, source, text }: Passage, marker: number): PassageFact {
  return { marker, title, heading, source, text };
}

function verdictOf(answerable: Retrieval['answerable'] | null): { verdict?: Retrieval['answerable']['verdict'] } {
  return answerable === null ? {} : { verdict: answerable.verdict };
}
