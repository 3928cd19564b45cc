import {
  findUnansweredNames,
  sumUsage,
  type LlmResult,
  type SalesReplyFacts,
  type ToolObservation,
} from '../llm/index.js';
import { type MessageAnalysis } from '../nlu/index.js';
import { type Citation, type Claim, type Retrieval } from '../rag/index.js';
import { DraftEvidence } from './draft/draft-evidence.js';
import { settleSentence } from './draft/settle-sentence.js';
import { planNextSteps, type TurnFindings } from './outcome/plan-next-steps.js';
import { scoreConfidence } from './outcome/score-confidence.js';
import { type FinishedToolCall } from './tools/run-tool.js';
import { type Reply, type ReplyEvent, type ToolUse, type Turn, type TurnAnalysis } from './turn.js';

/** What one turn has gathered so far; decides what of the model's text may be shown, and folds into the reply. */
export class TurnWork {
  readonly evidence: DraftEvidence;
  private readonly observations: ToolObservation[] = [];
  private readonly toolUses: ToolUse[] = [];
  private readonly results: LlmResult[] = [];
  private readonly citations: Citation[] = [];
  private readonly claims: Claim[] = [];
  private readonly trace: string[] = [];
  private answerable: Retrieval['answerable'] | null = null;
  private draft = '';
  private droppedSentences = 0;

  constructor(
    private readonly turn: Turn,
    private readonly understood: MessageAnalysis,
    private readonly analysis: TurnAnalysis,
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
    return this.results.some((result) => result.degraded);
  }

  get modelCallCount(): number {
    return this.results.reduce((sum, result) => sum + result.attempts.length, 0);
  }

  get toolCallCount(): number {
    return this.toolUses.length;
  }

  facts(): SalesReplyFacts {
    const { message, history, prospectReference } = this.turn;
    return { message, history, analysis: this.understood, prospectReference, observations: [...this.observations] };
  }

  /** Takes what a tool came back with into the evidence. */
  observe({ outcome, use }: FinishedToolCall): void {
    this.observations.push(outcome.observation);
    this.toolUses.push(use);
    this.evidence.add(outcome.evidence);
    const found = outcome.evidence.answerable;
    if (found !== null && (this.answerable === null || found.score > this.answerable.score)) this.answerable = found;
    this.trace.push(`${use.tool}: ${use.status}, ${use.outputSummary}`);
  }

  heard(result: LlmResult): void {
    this.results.push(result);
    const fallback = result.degraded
      ? ` instead of the configured provider (${result.degradedReason ?? 'unknown'})`
      : '';
    this.trace.push(`${result.provider} answered${fallback}`);
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
    yield* this.say(settled.text);
    for (const citation of settled.citations) {
      if (this.citations.some((known) => known.marker === citation.marker && known.start === citation.start)) continue;
      this.citations.push(citation);
      yield { type: 'citation', citation };
    }
  }

  /** Text of our own that states nothing. */
  *say(text: string): Generator<ReplyEvent> {
    if (text === '') return;
    this.draft += text;
    yield { type: 'text-delta', delta: text };
  }

  finish(promptVersion: string): Reply {
    const evidence = this.evidenceState();
    return {
      status: evidence === 'missing' && this.draft.includes('?') ? 'needs_clarification' : 'success',
      analysis: this.analysis,
      draft: this.draft,
      citations: this.citations,
      claims: this.claims,
      nextSteps: planNextSteps(this.findings(evidence)),
      toolUses: this.toolUses,
      confidence: scoreConfidence({
        intentProbability: this.analysis.intentConfidence,
        evidenceScore: this.answerable?.score ?? null,
        isEvidenceMissing: evidence === 'missing',
        droppedSentences: this.droppedSentences,
        degraded: this.isDegraded,
      }),
      confidenceBasis: { calibrated: false, samples: 0 },
      trace: this.trace,
      model: { ...this.describeModel(), promptVersion },
      usage: sumUsage(this.results.map((result) => result.usage)),
      modelCalls: this.results.flatMap((result) => result.attempts),
    };
  }

  private describeModel(): Omit<Reply['model'], 'promptVersion'> {
    const last = this.results.at(-1);
    const degraded = this.results.find((result) => result.degraded);
    return {
      provider: last?.provider ?? 'none',
      name: last?.model ?? 'none',
      degraded: degraded !== undefined,
      degradedReason: degraded?.degradedReason ?? null,
    };
  }

  private findings(evidence: TurnFindings['evidence']): TurnFindings {
    const { message, customer, now } = this.turn;
    return { message, analysis: this.analysis, customer, evidence, droppedSentences: this.droppedSentences, now };
  }

  private evidenceState(): TurnFindings['evidence'] {
    const lookUps = this.observations.filter((observation) => observation.tool === 'query_knowledge_base');
    if (lookUps.length === 0) return 'not_needed';
    const passages = lookUps.flatMap((lookUp) => lookUp.passages);
    if (findUnansweredNames(this.facts(), passages).length > 0) return 'missing';
    // Passages that fit but prove nothing in the draft have not answered anything either.
    return this.citations.length === 0 ? 'missing' : 'found';
  }
}
