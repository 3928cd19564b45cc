import { z } from 'zod';
import { type NextStep } from '../../agent/index.js';
import { type ToolName } from '../../llm/index.js';
import { ENTITY_TYPES, SALES_INTENTS } from '../../nlu/index.js';
import { valueRulesSchema } from './value-rule.js';

type ReviewReason = Extract<NextStep, { action: 'FLAG_FOR_HUMAN_REVIEW' }>['details']['reason'];

const TOOLS = ['fetch_prospect_details', 'query_knowledge_base'] as const satisfies readonly ToolName[];
const ACTIONS = [
  'UPDATE_CRM',
  'SCHEDULE_FOLLOW_UP',
  'FLAG_FOR_HUMAN_REVIEW',
  'NO_ACTION',
] as const satisfies readonly NextStep['action'][];
const REVIEW_REASONS = [
  'no_evidence',
  'contradiction',
  'sensitive_topic',
  'adverse_event',
  'legal',
  'angry_customer',
  'discount_over_limit',
  'low_confidence',
  'requested_person',
  'suspected_injection',
  'internal_data_requested',
] as const satisfies readonly ReviewReason[];

/** A tool by its name, or with rules for its arguments. */
const toolCallSchema = z.union([z.enum(TOOLS), z.strictObject({ tool: z.enum(TOOLS), input: valueRulesSchema })]);

/** An action, a review together with its reason (`FLAG_FOR_HUMAN_REVIEW:legal`), or an action with rules for its details. */
const nextStepSchema = z.union([
  z.enum([...ACTIONS, ...REVIEW_REASONS.map((reason) => `FLAG_FOR_HUMAN_REVIEW:${reason}` as const)]),
  z.strictObject({ action: z.enum(ACTIONS), details: valueRulesSchema }),
]);

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);
/** One entry, or several of which any will do. */
const alternatives = z.union([text, texts]);

const entitySchema = z.strictObject({
  type: z.enum(ENTITY_TYPES),
  value: text,
  /** Right when found, not missed when absent: readings that people would argue about. */
  optional: z.literal(true).optional(),
});

const BEHAVIOURS = ['answer', 'ask', 'decline'] as const;

/** What a good answer fulfils. What is not named is not judged; an empty list means "none". */
export const expectationSchema = z
  .strictObject({
    intent: z.enum(SALES_INTENTS).optional(),
    /** Main intents that are as right as `intent`. */
    acceptable_intents: z.array(z.enum(SALES_INTENTS)).min(1).optional(),
    /** Each of them is recognised too, as the main intent or beside it. */
    secondary_intents: z.array(z.enum(SALES_INTENTS)).min(1).optional(),
    /** All that the message names. */
    entities: z.array(entitySchema).optional(),
    sentiment: z.enum(['positive', 'neutral', 'negative']).optional(),
    /** Exactly these calls, in any order. */
    tools: z.array(toolCallSchema).optional(),
    must_contain: z.array(alternatives).min(1).optional(),
    must_not_contain: texts.optional(),
    /** Exactly these steps, in any order. */
    next_steps: z.array(nextStepSchema).min(1).optional(),
    status: z.enum(['success', 'needs_clarification']).optional(),
    behaviour: z.enum(BEHAVIOURS).optional(),
    /** Sources (file names) of which each must be cited. */
    cites: z.array(alternatives).optional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, 'must expect something, or the case could not fail')
  .refine(
    (expect) => expect.acceptable_intents === undefined || expect.intent !== undefined,
    'acceptable_intents stand beside an intent',
  );

export type Expectation = z.output<typeof expectationSchema>;
export type ExpectedEntity = z.output<typeof entitySchema>;
export type ExpectedTool = z.output<typeof toolCallSchema>;
export type ExpectedStep = z.output<typeof nextStepSchema>;
export type Behaviour = (typeof BEHAVIOURS)[number];
