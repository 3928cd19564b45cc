/** Says harm was done, or may have been. One source for JavaScript and for PostgreSQL's `~*`, so that both judge alike. */
export const ADVERSE_EVENT_PATTERN =
  'adverse[ _-]*(event|reaction|effect|drug)|side[ _-]*effect|pharmacovigilance|nebenwirkung|unerwünschte[sr]? ereignis|effets? (secondaire|indésirable)|efectos? (secundario|adverso)|overdose|poisoning|allergic reaction';
const ADVERSE_EVENT = new RegExp(ADVERSE_EVENT_PATTERN, 'i');
const MEDICAL =
  /\b(?:drugs?|dos(?:e|es|age|ages|ing)|medic\w*|prescri\w+|clinical|patients?|therap\w+|treatments?|pharma\w*|vaccin\w*|symptoms?|efficacy|tablets?|pills?|diagnos\w+|diseases?|illness\w*|arznei\w*|medikament\w*|dosierung\w*|wirksamkeit|médic\w+|posologie|ordonnance|fármaco\w*|dosis|receta)/iu;

/** Whether a subject is an adverse event: a person has to look at it before anything is sent. */
export function isAdverseEventTopic(topic: string | null): boolean {
  return topic !== null && ADVERSE_EVENT.test(topic);
}

/** Whether a subject is medical: then no word about doses, effects or treatment. */
export function isMedicalTopic(topic: string | null): boolean {
  return topic !== null && (MEDICAL.test(topic) || isAdverseEventTopic(topic));
}
