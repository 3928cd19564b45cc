const QUESTION = /\?["'”’)\]]{0,2}\s*$/;
/** Politeness, offers and what is left open assert nothing about what is sold. */
const COURTESY =
  /\b(?:(?:happy|glad|pleased|delighted|sorry|afraid|grateful|welcome) (?:to|that|for|about|you)|feel free|don['’]t hesitate|do not hesitate|thank(?:s| you)|looking forward|let me know|please (?:let|tell|send|share|feel)|best regards|kind regards)\b/i;
const OPEN =
  /\b(?:(?:check|ask|asked|asking|find out|clarify|confirm|verify|know|see|tell|say|says|sure|certain|unclear|depends? on|question(?: is)?|of|about)\s(?:\w+\s){0,3}whether|^\W*whether|(?:do|does|did|can|could|would) not (?:know|find|see|have (?:any |reliable |enough )?(?:information|details|documentation))|(?:find|found|know|have|see) (?:nothing|no (?:information|mention|details|documentation|evidence))|(?:nothing|no information|information|documentation|anything) (?:on|about|regarding)|not (?:sure|certain)|not (?:mentioned|covered|documented|stated|described) (?:in|by) (?:our|the|any)|does not (?:say|mention|cover)|says? nothing|rather not guess|(?:I|we)(?:['’]ll| will| can| could| would) (?:check|ask|find out|look|get back|confirm|forward|clarify|come back)|a colleague (?:can|will|could))\b/i;
const ABOUT_PROSPECT = /^\W*(?:since|as|because|given that|for|with|if|when)?\s?(?:you|your)\b/i;

/** Whether a sentence states something, rather than asking, offering, thanking or leaving it open. */
export function isAsserting(sentence: string): boolean {
  return !QUESTION.test(sentence) && !COURTESY.test(sentence) && !OPEN.test(sentence);
}

/** Whether it begins with the prospect: "Since you use …", "Your team …". */
export function isAboutProspect(sentence: string): boolean {
  return ABOUT_PROSPECT.test(sentence);
}
