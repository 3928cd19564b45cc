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
const SUPPOSES = /^\W*(?:and |but |so )?(?:what )?if\b/i;
/** Here a date says when to meet or to come back. */
const NAMES_THE_DAY: ReadonlySet<TurnAnalysis['intent']> = new Set<TurnAnalysis['intent']>([
  'demo_request',
  'timing_inquiry',
  'follow_up',
]);
const SOON_DAYS = 14;
const DAY_MS = 86_400_000;
const CONTACT_PURPOSE = 'Contact the prospect at the time they named';

/** When to come back to the prospect, and for what; nothing for somebody who wants no contact. */
export function planFollowUp(findings: TurnFindings): NextStep[] {
  const { message, analysis, now } = findings;
  if (wantsNone(findings)) return [];
  const named = findNamedDay(findings);
  const asksForContact = named !== undefined && ASKS_FOR_CONTACT.test(message);
  const purpose = purposeOf(analysis.intent, named) ?? (asksForContact ? CONTACT_PURPOSE : undefined);
  if (purpose === undefined) return [];
  const isMeant = asksForContact || NAMES_THE_DAY.has(analysis.intent) || isSoon(named, now);
  return [
    { action: 'SCHEDULE_FOLLOW_UP', details: { date: (isMeant ? named : undefined) ?? nextWorkday(now), purpose } },
  ];
}

/** Who asks how long something takes has named no time to come back at. */
function purposeOf(intent: TurnAnalysis['intent'], named: string | undefined): string | undefined {
  return intent === 'timing_inquiry' && named === undefined ? undefined : PURPOSES[intent];
}

/** The day months ahead on which a contract ends or begins is not the day to come back. */
function isSoon(day: string | undefined, now: Date): boolean {
  return day !== undefined && day <= toIsoDate(new Date(now.getTime() + SOON_DAYS * DAY_MS));
}

/** Whoever wants no contact, and who only supposes: "If our phones go dead on a Saturday night" names no appointment. */
function wantsNone({ message, analysis, customer }: TurnFindings): boolean {
  if (SUPPOSES.test(message) && !ASKS_FOR_CONTACT.test(message)) return true;
  const optsOut = analysis.intent === 'opt_out' || analysis.secondaryIntents.includes('opt_out');
  return optsOut || customer?.optedOut === true;
}

/** The earliest day named that is not over. */
function findNamedDay({ analysis, now }: TurnFindings): string | undefined {
  const today = toIsoDate(now);
  const days = analysis.entities.flatMap((entity) => readDay(entity, now) ?? []);
  return days.filter((day) => day >= today).sort()[0];
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
