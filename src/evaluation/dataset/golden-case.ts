import { z } from 'zod';
import { type NextStep } from '../../agent/index.js';
import { type ToolName } from '../../llm/index.js';
import { SALES_INTENTS } from '../../nlu/index.js';

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

/** An action, or a review together with its reason: `FLAG_FOR_HUMAN_REVIEW:legal`. */
const nextStepSchema = z.enum([
  ...ACTIONS,
  ...REVIEW_REASONS.map((reason) => `FLAG_FOR_HUMAN_REVIEW:${reason}` as const),
]);

const texts = z.array(z.string().trim().min(1)).min(1);

/** What is not named is not judged; an empty list of tools or sources means "none". */
const expectationSchema = z
  .strictObject({
    intent: z.enum(SALES_INTENTS).optional(),
    /** Exactly these calls, in any order. */
    tools: z.array(z.enum(TOOLS)).optional(),
    must_contain: texts.optional(),
    must_not_contain: texts.optional(),
    /** Exactly these steps, in any order. */
    next_steps: z.array(nextStepSchema).min(1).optional(),
    status: z.enum(['success', 'needs_clarification']).optional(),
    /** Sources (file names) of which each must be cited. */
    cites: z.array(z.string().min(1)).optional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, 'must expect something, or the case could not fail');

/** One golden turn: what a prospect writes, and what a good answer has to fulfil. Unknown fields are refused. */
export const goldenCaseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by dashes'),
  message: z.string().trim().min(1),
  /** Oldest first, without the message itself. */
  history: z.array(z.strictObject({ sender: z.enum(['prospect', 'agent']), content: z.string().min(1) })).optional(),
  prospect_id: z.string().min(1).optional(),
  expect: expectationSchema,
});

export type GoldenCase = z.output<typeof goldenCaseSchema>;
