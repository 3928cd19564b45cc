import { givesModelInstructions } from '../../nlu/index.js';

const READER = String.raw`(?:(?:AI|language|chat|large)[\s-](?:assistants?|models?|agents?|bots?)|assistants?|chat\s?bots?|LLMs?|GPT|AI)`;
const FOREIGN_READER = String.raw`(?:chat\s?-?bots?|bots?|ki(?:-\p{L}{1,20})?|ia|ai|assisten\p{L}{0,4}|asistente\p{L}?|assistant\p{L}?|sprachmodell\p{L}?|modell|modelo|modèle|mod[eè]l[eo]|llm)(?![\p{L}])`;
const ANSWER = '(?:answers?|responses?|repl(?:y|ies)|outputs?|messages?|elucidations?|drafts?|summar(?:y|ies))';
const TASK =
  'explain(?! that| to)|translate|summari[sz]e|rewrite|paraphrase|pretend|substitute|scramble|misspell|jumble|anagram|ignore|disregard|forget|' +
  '(?:write|compose|draft|describe|develop|repeat)\\s(?:me\\s)?(?:an?|the|your|my|this)';
const POLITE = String.raw`(?:(?:please|now|also|instead|then|kindly|always|never|do not|don['’]t|consider|be sure to|make sure to|remember to|you must|you should|you have to|can you|could you)\s+){0,3}`;

/** Said to whoever writes the answer, not to the customers a document is for. */
const PATTERNS: readonly RegExp[] = [
  // "in your answer", "to your reply": only who writes one has an answer
  new RegExp(
    String.raw`\b(?:in|to|of|from|at the (?:end|start|beginning) of)\syour\s(?:\w+\s)?${ANSWER}\b(?!\s(?:time|from|of|within))`,
    'i',
  ),
  new RegExp(
    String.raw`^[^.?!\n]{0,60}\byour\s(?:\w+\s)?(?:answers?|repl(?:y|ies)|responses?|elucidations?)\b(?!\s(?:time|from|within))(?<!\bwith\syour\s\w+)`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:note|message|instructions?|attention|warning|reminder)\s(?:to|for)\s(?:all\s|any\s|the\s)?${READER}\b`,
    'i',
  ),
  new RegExp(String.raw`^\W{0,5}(?:dear\s|hey\s|hi\s)?${READER}\b[,:]`, 'i'),
  new RegExp(
    String.raw`\b${READER}\b[^.?!\n]{0,40}\b(?:must|should|shall|has to|have to|is to|are to|needs? to)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:if|when|while)\s(?:you\s(?:are|'re)\s)?(?:an?\s)?${READER}\b[^.?!\n]{0,40}\b(?:read|process|answer|summari)`,
    'i',
  ),
  /\b(?:tell|assure|promise|convince)\s(?:the|every|any|all|each)\s(?:customers?|users?|prospects?|readers?|clients?|visitors?|buyers?|persons?|people)\s(?:that|it|they|everything|our|there)\b/i,
  /\b(?:say|state|claim|mention|reply|answer|respond)\s(?:only|always|never|that)\b[^.?!\n]{0,60}\b(?:free|customer|user|price|instead)\b/i,
  new RegExp(String.raw`^\W{0,5}${POLITE}(?:${TASK})\b(?!\s*:)`, 'i'),
  /^\W{0,5}(?:include|add|use|provide|replace|remove|introduce|combine|group|break down)\s[^.?!\n]{0,90}\b(?:answers?|repl(?:y|ies)|responses?|sentences?|letters?|vowels?|substitution|symbols?|poem|equivalent|headline)\b/i,
  /\b(?:following|subsequent|below)\s(?:\w+\s){0,2}(?:code|snippet|script)\b/i,
  // the same in other languages: a note for a bot, and "tell the customers that"
  new RegExp(
    String.raw`(?<![\p{L}])(?:hinweis|anweisung|nachricht|notiz|note|avis|remarque|message|consignes?|instructions?|nota|avisos?|mensaje|avviso|messaggio|istruzion[ei]|instrucci[oó]n(?:es)?|opmerking|bericht|instructies?)\s(?:für|an|pour|à|aux?|para|al|agli|per|voor|aan)\s?(?:den|die|das|alle|les?|la|l['’]|el|los|il|gli|lo|de|het|each)?\s?(?:\p{L}{1,12}\s)?${FOREIGN_READER}`,
    'iu',
  ),
  new RegExp(String.raw`^\W{0,5}${FOREIGN_READER}\s?[,:]`, 'iu'),
  new RegExp(
    String.raw`(?<![\p{L}])(?:der|die|das|le|la|l['’]|el|il|lo|de|het)\s?${FOREIGN_READER}\s(?:muss|müssen|soll|sollte|darf|doit|ne doit|debe|no debe|deve|non deve|moet|mag)(?![\p{L}])`,
    'iu',
  ),
  /(?:^|[.:!;]\s{0,3}|\b(?:und|et|y|e|en)\s)(?:bitte\s)?(?:sag(?:e|en sie|t)?|erkläre|verspr(?:ich|echen sie)|versicher(?:e|n sie))\s(?:den|dem|der|allen|jedem)\s(?:kund|nutzer|interessent|leser|käufer|besucher)\p{L}{0,6}/iu,
  /(?:^|[.:!;]\s{0,3}|\b(?:et|y|e|en)\s)(?:dites?|assurez|promettez|dile|diles|diga|d[ií]gale|d[iì]|dite|zeg|vertel)\s?(?:['’]\s?)?(?:tegen\s)?(?:aux?|à|a(?:l|i|gli|lle)?|a los|a las|al|de|het|alle|tous les|todos los|le)\s(?:los\s|les\s)?(?:clients?|utilisateurs?|clientes?|usuarios?|clienti?|utenti?|klant(?:en)?|gebruikers?)(?![\p{L}])/iu,
  // "tell customers everything is free" as an order
  /(?:^|[.:!;]\s{0,3}|\band\s)(?:please\s|always\s)?(?:tell|assure|promise|convince)\s(?:customers?|users?|prospects?|clients?|visitors?|buyers?|people|them)\s(?:that|everything|it|they|we|all)\b/i,
  // a word that opens everything: nobody offers it to customers in a document
  /(?:\b100\s?%|\b(?:free|everything|full)\b)[^.?!\n]{0,60}\b(?:code\s?word|magic word|secret (?:word|code)|pass\s?(?:word|phrase))\b/i,
  /\b(?:code\s?word|magic word|secret (?:word|code)|pass\s?phrase)\b[^.?!\n]{0,60}(?:\b100\s?%|\b(?:free|discount|gratis|everything)\b)/i,
];

const MAX_CHARACTERS = 4_000;

/**
 * Whether a sentence of a document directs the model that reads it instead of telling its readers something. Such a
 * sentence is no evidence and is never quoted. A document's own how-to ("Open the settings") is left alone.
 */
export function isInstruction(sentence: string): boolean {
  const text = sentence.slice(0, MAX_CHARACTERS);
  return givesModelInstructions(text) || PATTERNS.some((pattern) => pattern.test(text));
}
