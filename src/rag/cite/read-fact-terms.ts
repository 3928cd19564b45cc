import { findAll } from '../../shared/find-all.js';
import { toTerm, tokenizeText } from '../text/tokenize-text.js';
import { unifyTerm } from './unify-term.js';

/** What the words around a figure say it is a figure of. */
export interface FactTerms {
  /** Model and article codes: `HM-80`, `SL25X`. */
  readonly codes: ReadonlySet<string>;
  /** What is spoken of, without what every offer is written with. */
  readonly subject: ReadonlySet<string>;
  /** Words that narrow it down: `if`, `within`, `without`. */
  readonly conditions: ReadonlySet<string>;
}

const CODE = /(?<![\p{L}\p{N}-])(\p{Lu}{1,6})[- ]?(\d{1,5}\p{Lu}{0,3})(?![\p{L}\p{N}])/gu;
/** What stands before a number without being the name of a model. */
const NO_CODE: ReadonlySet<string> = new Set(
  'EUR USD CHF GBP JPY INR ISO EN DIN IEC TLS SOC IP VAT PO Q H KW NO AND OR TO AT IN ON BY OF A I PCI DSS RFC FAQ'.split(
    ' ',
  ),
);

/** The codes of a text in one spelling. */
export function findCodes(text: string): Set<string> {
  const codes = new Set<string>();
  for (const [, letters = '', digits = ''] of findAll(text, CODE)) {
    if (!NO_CODE.has(letters)) codes.add(`${letters}${digits}`);
  }
  return codes;
}

/** Verbs of having and costing, nouns for any offer, and the buyer and the seller: they tell no two things apart. */
const FILLERS: ReadonlySet<string> = toTermSet(
  'come comes carry carries bring give given offer include included amount amounts equal total stand set run need needs require ' +
    'required apply applies charged bought sold us our your you customer customers price list product item unit units piece ' +
    'plan model each all every single flat net gross vat currently always number figure value level time period duration take ' +
    'weekly monthly daily yearly annual hourly week month day year hour per weigh weighs weight long ' +
    'stays remain remains receive order ordered hire rate rent rental cost',
);
/** One word for what people call by two. */
const SAME: ReadonlyMap<string, string> = new Map(
  (
    [
      ['guarantee', 'warranty'],
      ['shipping', 'delivery'],
      ['shipment', 'delivery'],
      ['delivered', 'delivery'],
      ['deliver', 'delivery'],
      ['refunded', 'refund'],
      ['weight', 'weighs'],
    ] as const
  ).map(([word, same]) => [termOf(word) ?? word, termOf(same) ?? same]),
);
const CONDITIONS: ReadonlySet<string> = new Set(
  (
    'if when unless once within beyond above below over under outside inside until till before after during without with except ' +
    'excluding only plus extra additional additionally instead from between less more not no otherwise via abroad first ' +
    'wenn ab bei ohne mit ausser außer nur zusätzlich nach vor si sans avec sauf dès après avant'
  ).split(' '),
);
/** "from us" and "with us" narrow nothing down. */
const NO_CONDITION = /\b(?:from|with|by|at|for) (?:us|our|you|your)\b|\bcomes? with\b|\bonly costs?\b/giu;

/** The terms of a clause whose figures have been blanked out. */
export function readFactTerms(clause: string): FactTerms {
  const text = clause.replace(NO_CONDITION, ' ');
  const codes = findCodes(text);
  const subject = new Set<string>();
  const conditions = new Set<string>();
  for (const { word } of tokenizeText(text.replace(CODE, blankCode))) {
    const lower = word.toLowerCase();
    if (CONDITIONS.has(lower)) conditions.add(lower);
    const term = termOf(word);
    if (term === null || CONDITIONS.has(lower)) continue;
    if (!FILLERS.has(term)) subject.add(SAME.get(term) ?? term);
  }
  return { codes, subject, conditions };
}

function blankCode(code: string, letters: string): string {
  return NO_CODE.has(letters) ? code : ' ';
}

function termOf(word: string): string | null {
  const term = toTerm(word);
  return term === null ? null : unifyTerm(term);
}

function toTermSet(words: string): Set<string> {
  return new Set(words.split(' ').flatMap((word) => termOf(word) ?? []));
}
