import { sumUsage, type LlmResult } from '../llm/index.js';
import { type Reply } from './turn.js';

/** What the models of one turn answered and cost. */
export class ModelLog {
  private readonly results: LlmResult[] = [];

  /** @returns one line for the trace */
  add(result: LlmResult): string {
    this.results.push(result);
    const fallback = result.degraded
      ? ` instead of the configured provider (${result.degradedReason ?? 'unknown'})`
      : '';
    return `${result.provider} answered${fallback}`;
  }

  /** Whether another backend than the configured one had to answer. */
  get isDegraded(): boolean {
    return this.results.some((result) => result.degraded);
  }

  get callCount(): number {
    return this.results.reduce((sum, result) => sum + result.attempts.length, 0);
  }

  describe(promptVersion: string): Pick<Reply, 'model' | 'usage' | 'modelCalls'> {
    const last = this.results.at(-1);
    const degraded = this.results.find((result) => result.degraded);
    return {
      model: {
        provider: last?.provider ?? 'none',
        name: last?.model ?? 'none',
        promptVersion,
        degraded: degraded !== undefined,
        degradedReason: degraded?.degradedReason ?? null,
      },
      usage: sumUsage(this.results.map((result) => result.usage)),
      modelCalls: this.results.flatMap((result) => result.attempts),
    };
  }
}
