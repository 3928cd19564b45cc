/** A word of a sentence: as written, lower case, and its index term (null for a function word). */
export interface ReadWord {
  readonly word: string;
  readonly lower: string;
  readonly term: string | null;
  readonly start: number;
  readonly end: number;
}

/** What a sentence denies: the terms behind a negation and those its clause says it of. */
export interface Denial {
  /** Of a cell: it denies the whole heading, and nothing that is a part of it. */
  readonly whole?: boolean;
  readonly subject: readonly string[];
  readonly terms: readonly string[];
}

const REACH = 4;
const MAX_SUBJECT = 6;
const NEGATION =
  /^(?:not|no|never|without|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|werent|wont|neither|nor|none|nobody|lacks?|lacking|\p{L}{1,8}n['’]t)$/u;
/** "No more than 5", "at no extra charge" and "not only" deny nothing. */
const IDIOM =
  /^(?:only|more|less|later|fewer|sooner|longer|charge|charges|cost|costs|extra|additional|problem|matter)$/;
const CLAUSE_BREAK = /[;:,.!?|–—]/;
const CLAUSE_WORD = /^(?:and|but|while|whereas|although|unless|because)$/;

/** The denials of one sentence, whose words are given with their places in `text`. */
export function readDenials(words: readonly ReadWord[], text: string): Denial[] {
  const denials: Denial[] = [];
  let previous: readonly string[] = [];
  const isExistential = /^there$/.test(words[0]?.lower ?? '');
  for (const clause of splitClauses(words, text)) {
    denials.push(...readClause(clause, isExistential ? NOTHING : previous));
    const terms = clause.flatMap(({ term }) => term ?? []);
    if (terms.length > 0) previous = terms;
  }
  return denials;
}

/** "There is no X and no Y" says it of nothing in particular. */
const NOTHING: readonly string[] = [];

function splitClauses(words: readonly ReadWord[], text: string): ReadWord[][] {
  const clauses: ReadWord[][] = [];
  let last = words[0]?.start ?? 0;
  for (const word of words) {
    const opens = CLAUSE_WORD.test(word.lower) || CLAUSE_BREAK.test(text.slice(last, word.start));
    if (opens || clauses.length === 0) clauses.push([]);
    clauses.at(-1)?.push(word);
    last = word.end;
  }
  return clauses;
}

/** A clause that begins with its negation says it of what the clause before is about. */
function readClause(clause: readonly ReadWord[], previous: readonly string[]): Denial[] {
  const denials: { subject: readonly string[]; terms: string[] }[] = [];
  const said: string[] = [];
  for (const [index, { lower, term }] of clause.entries()) {
    if (isNegation(lower, clause[index + 1]?.lower)) {
      denials.push({ subject: (said.length > 0 ? said : previous).slice(-MAX_SUBJECT), terms: [] });
    } else if (term !== null) {
      const open = denials.at(-1);
      if (open !== undefined && open.terms.length < REACH) open.terms.push(term);
      said.push(term);
    }
  }
  return denials.filter(({ terms }) => terms.length > 0);
}

/** Whether a word (lower case) denies what follows it. */
export function isNegation(word: string, next = ''): boolean {
  return NEGATION.test(word) && !IDIOM.test(next);
}

export interface DenyingText {
  readonly terms: ReadonlySet<string>;
  readonly denials: readonly Denial[];
}

/** Whether one of two texts about the same thing denies what the other says. */
export function denyEachOther(one: DenyingText, other: DenyingText): boolean {
  return deniesWhatIsSaid(one, other) || deniesWhatIsSaid(other, one);
}

function deniesWhatIsSaid({ denials }: DenyingText, said: DenyingText): boolean {
  return denials.some(({ subject, terms, whole }) => {
    const shared = terms.filter((term) => said.terms.has(term));
    if (shared.length === 0 || shared.length * 2 < terms.length) return false;
    if (whole === true && shared.length < terms.length) return false;
    if (said.denials.some((denial) => agree(denial, { subject, terms }))) return false;
    const about = subject.filter((term) => said.terms.has(term));
    return about.length * 2 >= subject.length;
  });
}

/** The same is denied of the same, in this order or the other ("tax is not included", "do not include tax"). */
function agree(one: Denial, other: Denial): boolean {
  if (!one.terms.some((term) => other.terms.includes(term))) return false;
  const fewest = Math.min(one.subject.length, other.subject.length);
  if (one.subject.filter((term) => other.subject.includes(term)).length * 2 >= fewest) return true;
  const mine = [...one.subject, ...one.terms];
  const theirs = new Set([...other.subject, ...other.terms]);
  return mine.filter((term) => theirs.has(term)).length >= ALL_BUT_FEW * Math.min(mine.length, theirs.size);
}

const ALL_BUT_FEW = 0.75;
