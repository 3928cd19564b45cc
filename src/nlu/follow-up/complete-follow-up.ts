import { findAll } from '../../shared/find-all.js';
import { findEntities } from '../entities/find-entities.js';
import { splitSentences } from '../key-points/split-sentences.js';
import { type EntityType, type Lexicon } from '../message-analysis.js';
import { splitWords } from '../split-words.js';
import { chasesAnswer, isElliptical, readEllipsis } from './read-ellipsis.js';

export interface FollowUpContext {
  now: Date;
  lexicon?: Lexicon;
  /** Earlier turns, oldest first; only the prospect's are read. */
  history: readonly { sender: 'prospect' | 'agent'; content: string }[];
}

/** A chain of follow-ups ("And Team?" "And yearly?") is read back so far. */
const MAX_BACK = 4;
const MAX_CHARS = 2_000;
const MAX_SENTENCES = 20;

/**
 * What a message asks when it is read with what was said before: "And Enterprise?" after "What does Team cost?" is "What
 * does Enterprise cost?", and "Did you see my last question?" is that question. A message that stands alone is returned
 * as it is.
 */
export function completeFollowUp(message: string, context: FollowUpContext): string {
  if (!needsContext(message)) return message;
  const earlier = context.history
    .filter(({ sender, content }) => sender === 'prospect' && content.trim() !== '')
    .slice(-MAX_BACK)
    .map(({ content }) => content.slice(0, MAX_CHARS));
  const asked = earlier.reduce((before, said) => follow(before, said, context), '');
  return asked === '' ? message : follow(asked, message, context);
}

function needsContext(message: string): boolean {
  return message.length <= MAX_CHARS && (isElliptical(message) || chasesAnswer(message));
}

/** What is asked after `said`, where `before` was asked until then. */
function follow(before: string, said: string, context: FollowUpContext): string {
  if (before !== '' && needsContext(said)) {
    return chasesAnswer(said) ? before : merge(before, readEllipsis(said), context);
  }
  return questionOf(said) ?? before;
}

/** The questions of a message, or all of it; undefined for one that asks nothing ("thanks"). */
function questionOf(message: string): string | undefined {
  const sentences = splitSentences(message, MAX_SENTENCES);
  const questions = sentences.filter((sentence) => sentence.endsWith('?'));
  if (questions.length > 0) return questions.join(' ');
  return splitWords(message, 4).length > 3 ? sentences.join(' ') : undefined;
}

interface Slot {
  kind: string;
  start: number;
  end: number;
}

/** New names and figures take the place of the old ones of their kind; what has no place goes behind. */
function merge(before: string, rest: string, context: FollowUpContext): string {
  const fresh = findSlots(rest, context);
  const old = findSlots(before, context);
  let merged = before;
  const placed: Slot[] = [];
  for (const slot of [...old].reverse()) {
    const replacement = fresh.find(({ kind }) => kind === slot.kind);
    if (replacement === undefined) continue;
    // "Starter or Team?" followed by "and Enterprise?" asks about one.
    const text = placed.includes(replacement) ? '' : rest.slice(replacement.start, replacement.end);
    merged = merged.slice(0, slot.start) + text + merged.slice(slot.end);
    placed.push(replacement);
  }
  const added = without(rest, placed);
  const body = merged.replace(/\s+/g, ' ').replace(/[\s?.!]+$/, '');
  return splitWords(added, 1).length === 0 ? `${body}?` : `${body} ${added}?`;
}

/** Around a name that took the place of another. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  'a an the for in on with to of and or one ones plan plans tier edition package instead then too also'.split(' '),
);
const MAX_REST_WORDS = 30;

function without(text: string, slots: readonly Slot[]): string {
  let kept = text;
  for (const { start, end } of [...slots].sort((a, b) => b.start - a.start))
    kept = kept.slice(0, start) + kept.slice(end);
  const says = splitWords(kept, MAX_REST_WORDS).some(({ key }) => !SAYS_NOTHING.has(key));
  return says ? kept.replace(/[?.!\s]+$/, '').trim() : '';
}

const KINDS: Partial<Record<EntityType, string>> = {
  plan: 'plan',
  product: 'product',
  integration: 'name',
  competitor: 'name',
  brand: 'name',
  location: 'location',
  quantity: 'size',
  company_size: 'size',
  date: 'date',
  duration: 'duration',
  percent: 'percent',
};
const PERIOD =
  /\b(?:(?:billed |paid )?(?:month(?:ly)?|annual(?:ly)?|year(?:ly)?|quarterly)|(?:per|a|by the) (?:month|year)|(?:month|year) by (?:month|year))\b/gi;
const STANDARD = /\b(?:SOC ?[123]|ISO ?\d{4,5}|HIPAA|GDPR|PCI(?: DSS)?|FedRAMP|TISAX)\b/gi;
const SIZE = /\b\d{1,3}(?:[.,]?\d{3})*\s+(?:seats?|users?|people|reps?|agents?|licen[cs]es?|employees)\b/gi;

function findSlots(text: string, { now, lexicon }: FollowUpContext): Slot[] {
  const entities = findEntities(text, splitWords(text), now, lexicon).flatMap(({ type, start, end }): Slot[] => {
    const kind = KINDS[type];
    return kind === undefined ? [] : [{ kind, start, end }];
  });
  const written = (
    [
      [PERIOD, 'period'],
      [STANDARD, 'standard'],
      [SIZE, 'size'],
    ] as const
  ).flatMap(([pattern, kind]) =>
    findAll(text, pattern).map(({ index, 0: found }): Slot => ({ kind, start: index, end: index + found.length })),
  );
  const slots = [...written, ...entities].sort((a, b) => a.start - b.start || b.end - a.end);
  return slots.filter((slot, i) => slots.slice(0, i).every((earlier) => earlier.end <= slot.start));
}
