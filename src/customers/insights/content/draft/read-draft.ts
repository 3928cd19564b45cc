import { type ContentType, SCRIPT_HEADINGS } from '../../../../llm/index.js';
import { collapseSpace, shorten } from '../../../../shared/text.js';

/** A model's text, taken apart. */
export interface ReadDraft {
  subject: string | null;
  body: string;
}

const MAX_SUBJECT_CHARS = 90;
/** Nobody reads a longer one, and each of its sentences is checked. */
const MAX_BODY_CHARS = 6_000;
const SUBJECT = /^\s*(?:\*\*)?(?:subject|betreff|objet|asunto)(?:\*\*)?\s?:\s*(?:\*\*)?(.*)$/i;
const GREETING =
  /^\W*(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)|to whom it may concern|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|ch(?:er|ère)s?|madame|monsieur|hola|estimad[oa]s?|buen(?:os|as) (?:días|tardes|noches))(?!\p{L})[^.!?\n]{0,60}[,:!]?\s*$/iu;
/** What begins a closing formula; everything behind it is a signature. */
const CLOSING =
  /^\W*(?:(?:kind|best|warm|warmest|many)? ?regards|best wishes|all the best|(?:yours )?sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|respectfully|cheers|thanks|thank you|mit (?:freundlichen|besten|herzlichen) grüßen|(?:freundliche|beste|viele|herzliche|liebe) grüße|(?:bien )?cordialement|sincères salutations|salutations distinguées|bien à vous|(?:un )?saludos? ?(?:cordial(?:es)?)?|atentamente|cordialmente)\s*[,.!]?\s*$/iu;
/** All but line ends; PostgreSQL stores no NUL. */
const CONTROLS = /[\0-\x09\x0B-\x1F\x7F]/g;
const MARKDOWN = /\*\*|__|^#{1,6}\s+|`/gm;
const HEADINGS: ReadonlySet<string> = new Set(Object.values(SCRIPT_HEADINGS).flatMap((names) => names.map(toKey)));

function toKey(line: string): string {
  return line
    .toLowerCase()
    .replace(/[:\s]+$/, '')
    .trim();
}

/** Whether a line is the heading of a part of a script. */
export function isScriptHeading(line: string): boolean {
  return HEADINGS.has(toKey(line));
}

/** Subject and body of what a model wrote, without what is added to every text: salutation, closing formula, signature. */
export function readDraft(text: string, type: ContentType): ReadDraft {
  const lines = text.slice(0, MAX_BODY_CHARS).toWellFormed().replace(MARKDOWN, '').replace(CONTROLS, '').split('\n');
  const at = lines.findIndex((line) => SUBJECT.test(line));
  const subject = at === -1 ? '' : collapseSpace(SUBJECT.exec(lines[at] ?? '')?.[1] ?? '');
  const rest = at === -1 ? lines : [...lines.slice(0, at), ...lines.slice(at + 1)];
  const kept = type === 'call_script' ? rest : withoutFrame(rest);
  const body = type === 'sms' ? collapseSpace(kept.join(' ')) : kept.join('\n').trim();
  return { subject: type === 'email' && subject !== '' ? shorten(subject, MAX_SUBJECT_CHARS) : null, body };
}

function withoutFrame(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const from = first !== -1 && GREETING.test(lines[first] ?? '') ? first + 1 : 0;
  const closing = lines.findIndex((line, index) => index > from && CLOSING.test(line));
  return lines.slice(from, closing === -1 ? undefined : closing);
}
