import { PHRASES, type Variants } from './sales-phrases.js';

const CAUSES: readonly { form: RegExp; apology: Variants }[] = [
  {
    form: /\b(?:nobody|no one|no-one|never|not|without an?|no|\w+n['’]t)\b[^.!?]{0,30}\b(?:answer(?:s|ed|ing)?|repl(?:y|ies|ied)|respon(?:se|ds?|ded)|call(?:ed)? back|g[eo]t back|heard)\b/i,
    apology: PHRASES.apologyNoReply,
  },
  {
    form: /\b(?:second|third|fourth|fifth|\d(?:nd|rd|th)) time\b|\bhow (?:many times|often (?:do|must))\b|\b(?:over and over|time and) again\b|\bagain and again\b/i,
    apology: PHRASES.apologyRepeated,
  },
  {
    form: /\b(?:invoice[sd]?|bill(?:s|ed|ing)?|(?:over)?charged|refund(?:s|ed)?)\b/i,
    apology: PHRASES.apologyBilling,
  },
  {
    form: /\b(?:late|delay(?:s|ed)?|overdue|waiting|waited|(?:not|never|\w+n['’]t) (?:yet )?(?:been delivered|arrived?|come|turned up|shown up))\b/i,
    apology: PHRASES.apologyDelay,
  },
  {
    form: /\b(?:broken?|broke|damaged|faulty|defective|leak(?:s|ing|ed)?|crack(?:s|ed)?|fail(?:s|ed|ing|ures?)?|outage|stopped|errors?|crash(?:es|ed|ing)?|(?:not|never|\w+n['’]t) (?:fit|start|work(?:ing)?))\b/i,
    apology: PHRASES.apologyFault,
  },
];

/** An apology for what somebody complains about; for the trouble as such where that is not clear. */
export function chooseApology(message: string): Variants {
  return CAUSES.find(({ form }) => form.test(message))?.apology ?? PHRASES.apology;
}
