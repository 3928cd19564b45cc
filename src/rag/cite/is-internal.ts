const READERS = String.raw`(?:customers?|clients?|prospects?|the public|externally|kunden|clientes|clienti|klanten)`;

/** A line that opens like this is meant for the staff from its first to its last word. */
const LABEL =
  /^[\W_]{0,8}(?:(?:strictly\s)?(?:internal|confidential|(?:private|staff)(?=\s(?:notes?|only|use only|memo)))(?:\s(?:notes?|only|use(?:\sonly)?|info(?:rmation)?|memo|comment|remark|policy))?\s{0,2}(?:\([^)\n]{1,40}\))?\s{0,2}(?:[:!–—-]|$)|(?:notes?|memo|reminder|info)\s(?:to|for)\s(?:the\s|all\s|our\s)?(?:staff|team|sales(?:\s(?:team|reps?|people|staff))?|employees|colleagues|reps?|support team)\b|(?:todo|fixme)\b|not for (?:customers|publication|distribution)|(?:nur\s(?:für\sden\s)?intern\p{L}*|interne?r?\s(?:notiz|hinweis|vermerk|gebrauch)|intern|vertraulich|note interne|usage interne|confidentiel|nota interna|uso interno|confidencial|solo uso interno|nota interna|riservato|interne notitie|alleen intern|vertrouwelijk)(?:\s\([^)\n]{1,40}\))?\s{0,2}(?:[:!–—-]|$))/iu;

/** Said of a sentence anywhere in it. */
const MARKS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\b(?:we|they|I)\s(?:will\s|would\s)?)\b(?:do not|don['’]t|never|must not|may not|should not|not to be)\s(?:be\s)?(?:share|tell|shared?|communicat|disclose|disclosed|publish|published|mention(?:ed)?|show(?:n)?|reveal(?:ed)?|quot|pass)\w*\b[^.?!\n]{0,60}\b${READERS}\b`,
    'iu',
  ),
  new RegExp(String.raw`\bnot (?:meant |intended )?for (?:the )?(?:eyes of )?${READERS}\b`, 'iu'),
  /\b(?:for )?(?:internal|staff) (?:use|eyes) only\b|\binternal[- ]only\b|\bstrictly confidential\b|\bnot (?:yet )?approved(?: yet)?\b|\bour (?:own )?(?:profit )?margins? (?:is|are|on)\b/i,
  /(?<![\p{L}])(?:nur (?:für den )?intern\p{L}*|nicht (?:an|für) (?:die )?kunden|nicht weitergeben|streng vertraulich)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:ne pas (?:communiquer|divulguer|diffuser|partager)|usage interne|à usage interne|no (?:compartir|comunicar|divulgar)|(?:solo )?(?:para )?uso interno|non (?:comunicare|divulgare|condividere)|niet (?:delen|communiceren)|alleen voor intern gebruik)(?![\p{L}])/iu,
];
const MAX_CHARACTERS = 4_000;

/** Whether a whole line, or what stands beneath a heading, was written for the staff. */
export function isInternalLine(line: string): boolean {
  return LABEL.test(line.slice(0, MAX_CHARACTERS));
}

/** Whether a sentence was not meant for customers: the figures in it are true and must not be said. */
export function isInternal(sentence: string): boolean {
  const text = sentence.slice(0, MAX_CHARACTERS);
  return LABEL.test(text) || MARKS.some((pattern) => pattern.test(text));
}
