import { splitWords } from '../split-words.js';

/** More words than these say what they mean. */
const MAX_WORDS = 12;
const MAX_BARE_WORDS = 4;
/** How a message begins that goes on with what was said. */
const GOES_ON =
  /^\W*(?:(?:ok(?:ay)?|great|thanks|thank you|right|i see|understood|hm+|yes|sure)\W+)?(?:(?:and|or|but|so)\b(?:\s+(?:also|then))?|(?:what|how) about\b|same (?:question )?(?:for|with)\b|also\b|instead\b|how is it (?:for|with)\b)\s*/i;
const STARTS_WITH_CASE = /^\W*(?:for|with|in|on|at|per|if)\s+/i;
/** Words a complete question or request has. */
const CARRIES =
  /^(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|need|needs|want|wants|cost|costs|include|includes|support|supports|work|works|why|how|when|where|who|which|what|whats|send|give|tell|show|call|book|please|i|im|id|ill|were|we|hi|hello|hey|thanks|bye|yes|no|ok|okay|great|stop|unsubscribe|help)$/;
/** The few complete questions that begin with "and": "And how long is the trial?" asks for itself. */
const ASKS_FOR_ITSELF = /^(?:how|what|when|where|who|why|which|is|are|do|does|can|could|will|would|did)$/;

const CHASES: readonly RegExp[] = [
  /\b(?:did|have|has|had|do|could|can|will) you (?:\S+ ){0,3}(?:see|seen|read|get|got|receive|received|miss|missed|look(?:ed)? (?:at|into)|answer|reply|check)\b.{0,40}\b(?:question|message|mail|email|e-mail|note|request|it)\b/i,
  /\b(?:my|the|that) (?:last|previous|earlier|other|first|open) (?:question|message|mail|email|e-mail|point|request)\b/i,
  /\b(?:still|haven['’]?t|have not|not|no|never) (?:\S+ ){0,3}(?:answer(?:ed)?|repl(?:y|ied)|response|heard)\b/i,
  /\b(?:any|some) (?:news|update|answer|reply|response|word|progress)\b/i,
  /^\W*(?:hello|hi|hey|anyone|anybody|still|you)\b.{0,20}\b(?:there|here|waiting)\W*$/i,
  /^\s*\?+\s*$/,
];
const MAX_CHASE_WORDS = 25;

/** "Did you see my last question?": asks nothing new, but for the answer to what was asked. */
export function chasesAnswer(message: string): boolean {
  return (
    splitWords(message, MAX_CHASE_WORDS + 1).length <= MAX_CHASE_WORDS && CHASES.some((form) => form.test(message))
  );
}

/** "And for 50 seats?", "Enterprise?", "yearly": cannot be understood without what was said before. */
export function isElliptical(message: string): boolean {
  const words = splitWords(message, MAX_WORDS + 1);
  if (words.length === 0 || words.length > MAX_WORDS) return false;
  const rest = splitWords(readEllipsis(message), MAX_WORDS);
  const asksForItself = ASKS_FOR_ITSELF.test(rest[0]?.key ?? '') && rest.length > 2;
  if (GOES_ON.test(message)) return !asksForItself;
  if (STARTS_WITH_CASE.test(message)) return !rest.some(({ key }) => CARRIES.test(key));
  return words.length <= MAX_BARE_WORDS && message.trim().endsWith('?') && !words.some(({ key }) => CARRIES.test(key));
}

/** What an elliptical message has of its own: "And for 50 seats?" -> "for 50 seats". */
export function readEllipsis(message: string): string {
  return message
    .replace(GOES_ON, '')
    .replace(/[?.!\s]+$/, '')
    .trim();
}
