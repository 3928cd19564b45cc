import { SentenceStream } from '../rag/index.js';
import { type TurnWork } from './turn-work.port.js';
import { type ReplyEvent } from './turn.js';

/**
 * The text of one model call on its way to the reader. Before the first tool answered it is held back until it is clear
 * that no tool is asked for: "let me look that up" is not an answer.
 */
export class StepDraft {
  private sentences = new SentenceStream();
  private held: string[] = [];

  constructor(
    private readonly work: TurnWork,
    private readonly hold: boolean,
  ) {}

  *take(delta: string): Generator<ReplyEvent> {
    const complete = this.sentences.push(delta);
    if (this.hold) this.held.push(...complete);
    else yield* this.release(complete);
  }

  /** Another backend starts over. What was released stays, in a paragraph of its own; the rest is void. */
  *restart(): Generator<ReplyEvent> {
    this.sentences = new SentenceStream();
    this.held = [];
    if (this.work.hasText) yield* this.work.say('\n\n');
  }

  /** Whether what is held back says something that nothing found so far supports. */
  get asserts(): boolean {
    return [...this.held, this.sentences.rest].some((sentence) => !this.work.supports(sentence));
  }

  /** The call is over: the rest of its text leaves, unless it was only the preface to tools. */
  *finish(asksForTools: boolean): Generator<ReplyEvent> {
    if (asksForTools && this.hold) return;
    yield* this.release([...this.held, ...this.sentences.flush()]);
  }

  private *release(sentences: readonly string[]): Generator<ReplyEvent> {
    for (const sentence of sentences) yield* this.work.release(sentence);
  }
}
