import { type Entity } from '../../nlu/index.js';
import { type NextStep } from '../turn.js';
import { type TurnFindings } from './turn-findings.js';

const CONTACTS = ['email', 'phone'] as const;
/** Their own, and not one they ask about: "my new number is …", "you can reach me at …". */
const OWN =
  /\bmy (?:(?:new|direct|mobile|work|private|correct|current) )*(?:e-?mail|mail|address|number|phone|mobile|cell)(?: address| number)? (?:is|has changed to|changed to)\s*:?\s*$|\b(?:reach|call|ring|phone|text|e-?mail|mail|contact) me (?:at|on|under|via)\s*:?\s*$|\buse (?:this|my) (?:new )?(?:address|e-?mail|number)\s*:?\s*$/i;
const BEFORE_CHARS = 60;

/** What the prospect said about themself that the CRM does not have yet. Proposals: nothing is written here. */
export function findRecordUpdates({ message, analysis, customer }: TurnFindings): NextStep[] {
  const updates: NextStep[] = [];
  const optsOut = analysis.intent === 'opt_out' || analysis.secondaryIntents.includes('opt_out');
  if (optsOut && customer?.optedOut !== true)
    updates.push({
      action: 'UPDATE_CRM',
      details: { field: 'opted_out', value: true, reason: 'The prospect asked not to be contacted again.' },
    });
  if (customer === null || optsOut) return updates;
  for (const field of CONTACTS) {
    const stated = analysis.entities.find((entity) => entity.type === field && isOwn(message, entity));
    if (stated === undefined || stated.value === customer[field]) continue;
    updates.push({
      action: 'UPDATE_CRM',
      details: { field, value: stated.value, reason: `The prospect wrote: “${stated.text}”.` },
    });
  }
  return updates;
}

function isOwn(message: string, { start }: Entity): boolean {
  return OWN.test(message.slice(Math.max(0, start - BEFORE_CHARS), start));
}
