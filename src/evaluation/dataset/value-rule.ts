import { z } from 'zod';
import { containsFact } from '../metrics/contains-fact.js';

const scalar = z.union([z.string().min(1), z.number(), z.boolean()]);

/** How one value of an answer is judged: a bare value means "equals". */
export const valueRuleSchema = z.union([
  scalar,
  z.strictObject({ equals: scalar }),
  /** Each of these stands in the value, as a whole word or number, whatever its case. */
  z.strictObject({ contains: z.array(z.string().trim().min(1)).min(1) }),
  z.strictObject({ one_of: z.array(scalar).min(2) }),
]);

/** Rules by the name of the argument or detail; what is not named is not judged. */
export const valueRulesSchema = z
  .record(z.string().min(1), valueRuleSchema)
  .refine((rules) => Object.keys(rules).length > 0, 'must name a value, or it could not fail');

export type ValueRule = z.output<typeof valueRuleSchema>;
export type ValueRules = z.output<typeof valueRulesSchema>;

/** What is wrong with the values, one text for each rule; null where the rule is kept. */
export function judgeValues(rules: ValueRules, values: Readonly<Record<string, unknown>>): (string | null)[] {
  return Object.entries(rules).map(([name, rule]) => {
    const value = values[name];
    return keepsRule(rule, value) ? null : `${name}: expected ${describeRule(rule)}, got ${describe(value)}`;
  });
}

function keepsRule(rule: ValueRule, value: unknown): boolean {
  if (typeof rule !== 'object') return isSame(rule, value);
  if ('equals' in rule) return isSame(rule.equals, value);
  if ('one_of' in rule) return rule.one_of.some((wanted) => isSame(wanted, value));
  return typeof value === 'string' && rule.contains.every((part) => containsFact(value, part));
}

function isSame(wanted: string | number | boolean, value: unknown): boolean {
  if (typeof wanted !== 'string' || typeof value !== 'string') return wanted === value;
  return wanted.trim().toLowerCase() === value.trim().toLowerCase();
}

function describeRule(rule: ValueRule): string {
  if (typeof rule !== 'object') return JSON.stringify(rule);
  if ('equals' in rule) return JSON.stringify(rule.equals);
  if ('one_of' in rule) return `one of ${JSON.stringify(rule.one_of)}`;
  return `something with ${JSON.stringify(rule.contains)}`;
}

function describe(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
