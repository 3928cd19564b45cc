import { type AgentService } from '../agent/index.js';
import { type TurnSigns } from './outcome.js';

/**
 * Stands where the product hands a turn to its agent: tells the agent what time it is, so that "next Tuesday" has one
 * right answer, and notes the signs behind the confidence, which callers are not shown.
 */
export class AgentProbe {
  private signs: TurnSigns = null;

  /** @param agent the running application's own; its `run` is wrapped for as long as the application lives */
  constructor(
    agent: AgentService,
    private now = new Date(),
  ) {
    const run = agent.run.bind(agent);
    agent.run = (turn, signal) => this.watch(run({ ...turn, now: this.now }, signal));
  }

  /** Before a turn: the time it is told, and nothing remembered of another one. */
  prepare(now: Date): void {
    this.now = now;
    this.signs = null;
  }

  /** The signs of the turn since `prepare`; null when it told none. */
  get turnSigns(): TurnSigns {
    return this.signs;
  }

  private async *watch(events: ReturnType<AgentService['run']>): ReturnType<AgentService['run']> {
    for await (const event of events) {
      if (event.type === 'end') this.signs = event.reply.confidenceSigns;
      yield event;
    }
  }
}
