import { z } from 'zod';
import { expectationSchema } from './expectation.js';

const SPLITS = ['dev', 'heldout'] as const;
export type Split = (typeof SPLITS)[number];

/** Wednesday: relative dates of a case without a clock of its own are told from here. */
const DEFAULT_NOW = '2026-11-18T09:00:00.000Z';

const message = z.string().trim().min(1);
const SINGLE_FIELDS = ['message', 'history', 'expect'] as const;

/** A further message of a case that is a conversation; one without expectations only leads on. */
const turnSchema = z.strictObject({ message, expect: expectationSchema.optional() });

/**
 * One golden case: a message (with the history a caller brings along), or several turns through one stored conversation;
 * and what a good answer has to fulfil. Unknown fields are refused.
 */
export const goldenCaseSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by dashes'),
    /** `heldout` cases are measured, and nobody mends the product by looking at them. */
    split: z.enum(SPLITS),
    /** What the clock says during the case. */
    now: z.iso.datetime().default(DEFAULT_NOW),
    prospect_id: z.string().min(1).optional(),
    message: message.optional(),
    /** Oldest first, without the message itself. */
    history: z.array(z.strictObject({ sender: z.enum(['prospect', 'agent']), content: z.string().min(1) })).optional(),
    expect: expectationSchema.optional(),
    turns: z.array(turnSchema).min(2).optional(),
  })
  .superRefine((golden, context) => {
    for (const fault of findShapeFaults(golden)) context.addIssue({ code: 'custom', ...fault });
  });

export type GoldenCase = z.output<typeof goldenCaseSchema>;

function findShapeFaults(golden: {
  message?: unknown;
  history?: unknown;
  expect?: unknown;
  turns?: readonly { expect?: unknown }[] | undefined;
}): { path: string[]; message: string }[] {
  if (golden.turns === undefined) {
    return (['message', 'expect'] as const)
      .filter((field) => golden[field] === undefined)
      .map((field) => ({ path: [field], message: 'is missing' }));
  }
  const mixed = SINGLE_FIELDS.filter((field) => golden[field] !== undefined).map((field) => ({
    path: [field],
    message: 'does not stand beside turns',
  }));
  const judged = golden.turns.some(({ expect }) => expect !== undefined);
  return judged ? mixed : [...mixed, { path: ['turns'], message: 'must expect something, or the case could not fail' }];
}
