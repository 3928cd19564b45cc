import { type Entity } from '../../nlu/index.js';
import { nextWorkday, toIsoDate } from '../../shared/dates.js';
import { type NextStep, type TurnAnalysis } from '../turn.js';
import { type TurnFindings } from './turn-findings.js';

const PURPOSES: Partial<Record<TurnAnalysis['intent'], string>> = {
  demo_request: 'Agree on a time for the demonstration',
  trial_request: 'Set up the trial with the prospect',
  timing_inquiry: 'Come back on the timing the prospect named',
  decision_process: 'Check where the decision stands',
  follow_up: 'Close the open question',
  renewal_inquiry: 'Discuss the renewal',
  buying_signal: 'Prepare the next step of the purchase',
};
/** Whatever else it is about: with a date these words ask to be contacted then. */
const ASKS_FOR_CONTACT =
  /\b(?:call|phone|ring|get back to|come back to|reach out|contact|write|e-?mail|ping|remind|touch base|talk|speak|check back|follow up|again)\b/i;
const CONTACT_PURPOSE = 'Contact the prospect at the time they named';

/** When to come back to the prospect, and for what; nothing for somebody who wants no contact. */
export function planFollowUp({ message, analysis, now }: TurnFindings): NextStep[] {
  const { intent, secondaryIntents, entities } = analysis;
  if (intent === 'opt_out' || secondaryIntents.includes('opt_out')) return [];
  const today = toIsoDate(now);
  const named = entities.map((entity) => readDay(entity, now)).find((day) => day !== undefined && day >= today);
  const purpose =
    PURPOSES[intent] ?? (named !== undefined && ASKS_FOR_CONTACT.test(message) ? CONTACT_PURPOSE : undefined);
  if (purpose === undefined) return [];
  return [{ action: 'SCHEDULE_FOLLOW_UP', details: { date: named ?? nextWorkday(now), purpose } }];
}

const QUARTER_MONTHS = 3;

/** The day of a date, or the first workday of a month, quarter or year that is still to come; a period that runs gives today. */
function readDay({ type, value }: Entity, now: Date): string | undefined {
  if (type !== 'date') return undefined;
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return value.slice(0, 10);
  const period = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(value);
  if (period === null) return undefined;
  const [, year = '', quarter, month] = period;
  const first = quarter === undefined ? Number(month ?? 1) : (Number(quarter) - 1) * QUARTER_MONTHS + 1;
  const start = new Date(Date.UTC(Number(year), first - 1, 1));
  if (start <= now) return undefined;
  // The workday after the day before: the first itself, unless it is a weekend.
  return nextWorkday(new Date(start.getTime() - 86_400_000));
}
