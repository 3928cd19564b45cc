import { type TurnOutcome } from './outcome.js';

type Golden = TurnOutcome['golden'];
type Answer = NonNullable<TurnOutcome['answer']>;

/** For specs: a turn that expects what a test says, with an answer that is unremarkable but for what the test says. */
export function outcomeOf(
  expect: Golden['expect'],
  answer: Partial<Answer> = {},
  more: Partial<Golden> = {},
): TurnOutcome {
  return {
    golden: goldenOf(expect, more),
    earlier: [],
    answer: { ...plainAnswer(), ...answer },
    signs: null,
    latencyMs: 10,
    fault: null,
  };
}

/** For specs: a turn that broke. */
export function brokenOutcome(expect: Golden['expect'], more: Partial<Golden> = {}): TurnOutcome {
  const fault = 'deadline_exceeded';
  return { golden: goldenOf(expect, more), earlier: [], answer: null, signs: null, latencyMs: null, fault };
}

/** What was understood, with another main intent or whatever else a test says. */
export function analysisOf(
  intent: Answer['detailed_analysis']['intent'],
  more: Partial<Answer['detailed_analysis']> = {},
): Pick<Answer, 'detailed_analysis'> {
  return { detailed_analysis: { ...plainAnswer().detailed_analysis, intent, ...more } };
}

function goldenOf(expect: Golden['expect'], more: Partial<Golden>): Golden {
  return { id: 'case-1', split: 'dev', message: 'How much is it?', expect, ...more };
}

function plainAnswer(): Answer {
  return {
    status: 'success',
    detailed_analysis: {
      intent: 'greeting',
      intent_confidence: 0.9,
      secondary_intents: [],
      entities: [],
      sentiment: { label: 'neutral' },
    },
    suggested_response_draft: '',
    citations: [],
    claims: [],
    internal_next_steps: [],
    tool_usage_log: [],
    confidence_score: 0.9,
    model: { provider: 'offline' },
  };
}
