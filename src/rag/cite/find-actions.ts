import { findAll } from '../../shared/find-all.js';

/** A deed a sentence says was done, with its place. */
export interface Action {
  text: string;
  at: number;
  end: number;
  /** Words of the subject and the participle, where the deed is a passive one; null where the speaker did it. */
  passive: { subject: string; participle: string } | null;
}

/** Done for one customer: no document says that it was. */
const PERSONAL =
  'booked|scheduled|rescheduled|arranged|reserved|approved|confirmed|cancelled|canceled|refunded|upgraded|downgraded|' +
  'activated|escalated|forwarded|processed|submitted|applied|extended';
/** Done as a rule too: documents say that data is deleted and changes are logged. */
const HABITUAL =
  'sent|emailed|e-mailed|updated|changed|created|added|removed|deleted|registered|notified|informed|logged|noted|saved|recorded|opened';
const DONE = `(?:${PERSONAL}|${HABITUAL})`;
const SOON = String.raw`(?:\s+(?:already|just|now|also|all|both|successfully|personally|gone ahead and)){0,4}`;
const SUBJECT = String.raw`\b(?<subject>(?:your|the|this|it|everything|you)\b(?:\s[^\s.!?;:,|]{1,40}){0,6}?)`;

/**
 * "I have booked", "we've just sent", "we booked you a call", "your call has been scheduled", "your demo is booked". What
 * will or could be done claims nothing, and "we added single sign-on" tells of the vendor, not of this conversation.
 */
const OWN_DEEDS = [
  new RegExp(String.raw`\b(?:I|we)(?:\s+have|['’]ve)${SOON}\s+${DONE}\b`, 'gi'),
  new RegExp(String.raw`\bI${SOON}\s+${DONE}\b`, 'gi'),
  new RegExp(String.raw`\bwe${SOON}\s+${DONE}\s+(?:you|your)\b`, 'gi'),
];
const PASSIVE_DEEDS = [
  new RegExp(String.raw`\b(?:has|have)\s+(?:already\s+|just\s+|now\s+)?been\s+(?:\w+ly\s+)?(?<done>${DONE})\b`, 'gi'),
  new RegExp(String.raw`\b(?:is|are)\s+now\s+(?<done>${DONE})\b`, 'gi'),
  new RegExp(String.raw`${SUBJECT}(?:\s(?:is|are|was|were|got)|['’](?:s|re))${SOON}\s+(?<done>${DONE})\b(?!-)`, 'gi'),
];
const CONDITION = '(?:once|if|when|whenever|as soon as|after|before|until|unless|whether)';
const IN_CONDITION = new RegExp(
  String.raw`\b${CONDITION}\s(?:your|the|this|that|it|you|we|everything|an?)\b[^.!?;:,]*$`,
  'i',
);
const OPENS_WITH_CONDITION = /^\W*(?:once(?! again| more)|if|when|whenever|as soon as|after|unless)\b/i;
/** What may follow from a condition; an appointment "is booked" behind any polite clause, and "now" leaves none open. */
const MAY_FOLLOW =
  /^(?!.*\b(?:now|already|booked|scheduled|rescheduled|arranged|reserved|confirmed)\b).*(?:\b(?:is|are)\b|['’](?:s|re)\b)/is;
/** A conjunction stands this near before what it makes a condition. */
const LOOK_BACK = 160;

/** The deeds a text states as done, in order, without overlaps, conditions left out. */
export function findActions(text: string): Action[] {
  const stated = [...OWN_DEEDS, ...PASSIVE_DEEDS].flatMap((pattern) =>
    findAll(text, pattern)
      .map(toAction)
      .filter((action) => !isConditional(text, action.at, action.text) && !isRule(text, action)),
  );
  const found: Action[] = [];
  for (const action of stated.sort((a, b) => a.at - b.at)) {
    if (action.at >= (found.at(-1)?.end ?? 0)) found.push(action);
  }
  return found;
}

function toAction(match: RegExpExecArray): Action {
  const { subject = '', done } = match.groups ?? {};
  return {
    text: match[0],
    at: match.index,
    end: match.index + match[0].length,
    passive: done === undefined ? null : { subject, participle: done.toLowerCase() },
  };
}

/** "Once your order is confirmed", and what follows from a condition: "When you sign, your seats are activated". */
/** "Keys are changed every 90 days" tells of a rule. */
const AS_A_RULE =
  /^\s(?:every|each|daily|weekly|monthly|hourly|automatically|regularly|\w+\sa\s(?:day|week|month|year))\b/i;

function isRule(text: string, { end, passive }: Action): boolean {
  return passive !== null && isHabitual(passive.participle) && AS_A_RULE.test(text.slice(end, end + LOOK_BACK));
}

function isConditional(text: string, at: number, deed: string): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  if (IN_CONDITION.test(before + deed)) return true;
  const sentence = before.slice(lastStop(before) + 1);
  return OPENS_WITH_CONDITION.test(sentence) && MAY_FOLLOW.test(deed);
}

function lastStop(text: string): number {
  return Math.max(...['.', '!', '?', '\n'].map((stop) => text.lastIndexOf(stop)));
}

const PERSONAL_DEED = new RegExp(`^(?:${PERSONAL})$`);

/** Whether a document can state a deed as a rule in other words than the sentence's. */
export function isHabitual(participle: string): boolean {
  return !PERSONAL_DEED.test(participle);
}
