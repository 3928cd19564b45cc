const WANTS_PERSON: readonly RegExp[] = [
  /\b(?:speak|talk|chat|connect me|put me (?:through|in touch)|transfer me|pass me on|switch me|hand me over) (?:directly )?(?:to|with) (?:a |an |your |the |some |one of your )?(?:real |actual |live )?(?:human(?: being)?|person|people|someone|somebody|anyone|manager|supervisor|agent|representative|rep|sales ?person|account (?:manager|executive)|boss|team|colleagues?)\b/i,
  /\b(?:real|actual|live) (?:human(?: being)?|person)\b(?=.{0,20}\b(?:please|now|instead)\b)/i,
  /\bi(?:['’]d| would)? (?:want|like|need|prefer|rather have) (?:to (?:speak|talk) (?:to|with) )?(?:a |an )(?:real |actual |live )?(?:human|person)\b/i,
  /^\W*(?:human|agent|representative|real person|operator)(?: please)?\W*$/i,
];
const MAX_CHARS = 4_000;

/** Whether somebody asks to be answered by a person instead of a machine. */
export function asksForPerson(message: string): boolean {
  const text = message.slice(0, MAX_CHARS);
  return WANTS_PERSON.some((form) => form.test(text));
}
