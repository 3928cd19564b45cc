/** What opens the text of somebody else: everything from here on was written before. */
const THREAD_OPENING: readonly RegExp[] = [
  /^\s{0,8}(?:On|Am|Le|El|Il|Em|Op|Den)\b.{4,200}\b(?:wrote|schrieb|écrit|escribió|ha scritto|escreveu|schreef|skrev)(?: .{1,80})?\s?:\s*$/iu,
  /^\s{0,8}-{2,}\s?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|mensagem original|oorspronkelijk bericht)\s?-{0,20}/iu,
  /^\s{0,8}begin forwarded message:/iu,
  /^\s{0,8}_{10,}\s*$/u,
];
/** Lines of a mail's head; two in a row are no sentence of the writer. */
const HEADER =
  /^[ \t>*]{0,8}(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|à|envoyé|objet|para|enviado|asunto|assunto|da|inviato|oggetto|aan|van|verzonden|onderwerp)\*?\s?:\s?\*?\s?\S.{0,300}$/iu;
const QUOTED = /^[ \t]{0,8}(?:>|&gt;|\|\s)/u;
/** The line mail programs put above a signature. */
const SIGNATURE = /^--\s?$/u;
const SIGN_OFF =
  /^\s{0,8}(?:(?:(?:kind|best|warm|many) )?(?:regards|wishes)|best|cheers|sincerely|yours (?:sincerely|faithfully|truly)|(?:viele|beste|liebe|mit freundlichen) grü(?:ß|ss)en?|cordialement|saludos(?: cordiales)?|cordiali saluti|atenciosamente|met vriendelijke groet(?:en)?|thanks and regards|(?:many )?thanks|thank you|danke|vielen dank|merci|gracias|grazie|obrigad[oa])\s?[,.!]?\s*$/iu;
const SENT_FROM =
  /^\s{0,8}(?:sent from my|get outlook for|gesendet von|von meinem|envoyé de(?:puis)? mon|enviado desde mi|inviato da)\b/iu;
const DISCLAIMER =
  /^\s{0,8}(?:this (?:e-?mail|message) (?:and any|is (?:confidential|intended)|may contain)|confidentiality notice|diese e-?mail enthält)/iu;
const FENCE = /^\s{0,8}(?:```|~~~)/u;
/** Signatures are short: after a sign-off so many lines are looked at, and text that goes on behind it is kept. */
const MAX_SIGNATURE_LINES = 8;
const MAX_SIGNATURE_CHARS = 60;

/**
 * What the writer of a message wrote themselves: without quoted lines, what stands below "On … wrote:", heads of forwarded
 * mails, signatures, disclaimers and code. A message that is nothing but quotes stays as it is.
 */
export function stripQuotedText(text: string): string {
  if (!/[\n>]/.test(text)) return text;
  const kept: string[] = [];
  let inCode = false;
  const lines = joinWrappedOpenings(text.split(/\r?\n/));
  for (const [at, line] of lines.entries()) {
    if (FENCE.test(line)) inCode = !inCode;
    else if (isEndOfOwn(lines, at)) break;
    else if (!inCode && !QUOTED.test(line) && !isHeader(lines, at)) kept.push(line);
  }
  const own = kept.join('\n');
  return /[\p{L}\p{N}]/u.test(own) ? own : text;
}

/** "On Monday, Dana wrote:" is wrapped over two lines by some programs. */
function joinWrappedOpenings(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isRest =
      last !== undefined &&
      last.length < 160 &&
      /^\s{0,8}(?:On|Am|Le|El) .*\d/u.test(last) &&
      /(?:wrote|schrieb|écrit|escribió)\s?:\s*$/iu.test(line.slice(-40)) &&
      line.length < 160;
    if (isRest) joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined;
}

function isHeader(lines: readonly string[], at: number): boolean {
  const isOne = (line: string | undefined): boolean => line !== undefined && HEADER.test(line.slice(0, 320));
  return isOne(lines[at]) && (isOne(lines[at - 1]) || isOne(lines[at + 1]));
}

function isEndOfOwn(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.slice(0, 320) ?? '';
  if (THREAD_OPENING.some((pattern) => pattern.test(line))) return true;
  if (SIGNATURE.test(line) || SENT_FROM.test(line) || DISCLAIMER.test(line)) return true;
  return SIGN_OFF.test(line) && isSignature(lines.slice(at + 1, at + 2 + MAX_SIGNATURE_LINES));
}

/** Names, titles, numbers: short lines without a question, up to the end or to somebody else's text. */
function isSignature(lines: readonly string[]): boolean {
  for (const line of lines.slice(0, MAX_SIGNATURE_LINES)) {
    if (QUOTED.test(line) || THREAD_OPENING.some((pattern) => pattern.test(line.slice(0, 320)))) return true;
    if (line.length > MAX_SIGNATURE_CHARS || line.includes('?')) return false;
  }
  return lines.length <= MAX_SIGNATURE_LINES;
}
