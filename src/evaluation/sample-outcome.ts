import { type CaseOutcome } from './outcome.js';

type Golden = CaseOutcome['golden'];
type Answer = NonNullable<CaseOutcome['answer']>;

/** For specs: a case that expects what a test says, with an answer that is unremarkable but for what the test says. */
export function outcomeOf(
  expect: Golden['expect'],
  answer: Partial<Answer> = {},
  more: Partial<Golden> = {},
): CaseOutcome {
  return { golden: goldenOf(expect, more), answer: { ...plainAnswer(), ...answer }, latencyMs: 10, fault: null };
}

/** For specs: a case whose turn broke. */
export function brokenOutcome(expect: Golden['expect'], more: Partial<Golden> = {}): CaseOutcome {
  return { golden: goldenOf(expect, more), answer: null, latencyMs: null, fault: 'deadline_exceeded' };
}

/** What was understood, with another main intent. */
export function analysisOf(intent: Answer['detailed_analysis']['intent']): Pick<Answer, 'detailed_analysis'> {
  return { detailed_analysis: { ...plainAnswer().detailed_analysis, intent } };
}

function goldenOf(expect: Golden['expect'], more: Partial<Golden>): Golden {
  return { id: 'case-1', message: 'How much is it?', expect, ...more };
}

function plainAnswer(): Answer {
  return {
    status: 'success',
    detailed_analysis: { intent: 'greeting', intent_confidence: 0.9, secondary_intents: [] },
    suggested_response_draft: '',
    citations: [],
    claims: [],
    internal_next_steps: [],
    tool_usage_log: [],
    model: { provider: 'offline' },
  };
}
