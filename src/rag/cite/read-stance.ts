import { type Figure } from './figure.js';

/** A stance is read from the sentence around a figure, no further than this. */
const LOOK_AROUND = 200;

const TAKES_UP = [
  /\byour\s+(?:\p{L}+\s+){0,3}$/iu,
  /^\W*(?:\p{L}+,\s+)?(?:for|with|at)\s+(?:about\s+|around\s+|the\s+|a team of\s+|all\s+)?$/iu,
  /\byou\s+(?:said|mentioned|wrote|told us|told me|described|asked (?:for|about))\b[^,;:]*$/iu,
];
const AS_YOU_SAID =
  /^[^,;:]{0,60}?,?\s*(?:as|like|that|which)?\s*you\s(?:said|mentioned|wrote|told us|told me|described|asked for)\b/iu;

/** Whether a sentence takes a quantity up from the prospect: "for your 50 seats", "50 users, as you said". */
export function refersBack(figure: Figure, text: string): boolean {
  if (figure.kind !== 'quantity') return false;
  const { before, after } = aroundOf(figure, text);
  return TAKES_UP.some((pattern) => pattern.test(before)) || AS_YOU_SAID.test(after);
}

const PROPOSES =
  /^\W*(?:\p{L}+,\s+)?(?:do|does|would|could|can|shall|should|is|are|will|how about|what about|which|when|or)\b/iu;
const OPEN_MATTER =
  /\b(?:whether|(?:information|documentation|anything|nothing|details|asked|asking|questions?)\s(?:on|about|regarding))\b[^,;:]*$/iu;

/** Dates we propose in a question and standards we are asked about claim nothing: "Does 1 December work?" */
export function isAsked(figure: Figure, text: string): boolean {
  if (figure.kind !== 'date' && figure.kind !== 'standard') return false;
  const { before, after } = aroundOf(figure, text);
  const proposes = PROPOSES.test(before) && /\?["'”’)\]]{0,2}$/.test(after) && !/\bknow\b/i.test(before);
  return proposes || (figure.kind === 'standard' && OPEN_MATTER.test(before));
}

/** The rest of the figure's own sentence on both sides, its closing mark included. */
function aroundOf({ start, end }: Figure, text: string): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - LOOK_AROUND), start);
  const after = text.slice(end, end + LOOK_AROUND);
  return {
    before: before.split(/[.!?…]\s|\n/).at(-1) ?? '',
    after: /^[^]*?(?:[.!?…]["'”’)\]]{0,2}(?=\s|$)|\n|$)/.exec(after)?.[0] ?? '',
  };
}
