import { type AgentService } from '../agent/index.js';
import { AgentProbe } from './agent-probe.js';

type Turn = Parameters<AgentService['run']>[0];

/** An agent that answers with the reply a test hands it, and remembers what it was told. */
function fakeAgent(reply: object): { agent: AgentService; turns: Turn[] } {
  const turns: Turn[] = [];
  const run = async function* (turn: Turn) {
    turns.push(turn);
    yield await Promise.resolve({ type: 'end', reply });
  };
  return { agent: { run } as unknown as AgentService, turns };
}

async function play(agent: AgentService): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of agent.run({ message: 'Hi.' } as Turn, new AbortController().signal)) types.push(type);
  return types;
}

describe('AgentProbe', () => {
  it('tells the agent the time it was prepared with, and passes every event on', async () => {
    const { agent, turns } = fakeAgent({});
    const probe = new AgentProbe(agent);
    probe.prepare(new Date('2026-02-27T10:00:00Z'));
    expect(await play(agent)).toEqual(['end']);
    expect(turns).toMatchObject([{ message: 'Hi.', now: new Date('2026-02-27T10:00:00Z') }]);
  });

  it('notes the signs of a turn until the next is prepared', async () => {
    const { agent } = fakeAgent({ confidenceSigns: { intent: 0.9 } });
    const probe = new AgentProbe(agent);
    await play(agent);
    expect(probe.turnSigns).toEqual({ intent: 0.9 });
    probe.prepare(new Date());
    expect(probe.turnSigns).toBeNull();
  });
});
