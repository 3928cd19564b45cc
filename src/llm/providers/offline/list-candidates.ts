import { type DoubtFact, type PassageFact } from '../../llm.port.js';
import { doubtOf } from './doubt-of.js';
import { preparePassage, type PreparedPassage, type PreparedRow, type PreparedSentence } from './prepare-passage.js';
import { rateFitness } from './rate-fitness.js';
import { rateSizeFit, rowHoldsSize } from './rate-size-fit.js';
import { conceptOf, readTerms, stem } from './read-terms.js';
import { type Question as AskedQuestion } from './weigh-questions.js';

/** A sentence of a passage as it competes for a place in the answer. */
export interface Candidate extends PreparedSentence, SelectedSentence {
  order: number;
  /** Whether it says that it is for as many people as asked. */
  holdsSize: boolean;
  /** Whether the question names the subject of this row. */
  isNamed: boolean;
  /** The names of plans the question has. */
  asked: readonly string[];
  fitness: number;
  context: ReadonlySet<string>;
  /** Against the whole question, and against what is left of it. */
  fullScore: number;
  score: number;
}
/** A sentence chosen for an answer. */
export interface SelectedSentence {
  marker: number;
  text: string;
  /** Why it must not be repeated; absent where it may. */
  doubt?: DoubtFact['reason'] | undefined;
}

/** A row of which neither the subject nor a column was asked for says more about other things. */
const UNASKED_ROW = 0.5;
/** A sentence that begins with what is asked about is about it … */
const BEGINS_WITH_IT = 1.15;
/** … and one that names another plan than the one asked for is not. */
const ABOUT_ANOTHER = 0.35;
/** What one plan has says something about the other; its figures do not. */
const ABOUT_ANOTHER_TOO = 0.85;
/** Where two things are compared, the rows about them come before what is said about one. */
const COMPARES = 1.6;
/** What was written to answer a doubt answers a plain question less plainly. */
const ARGUES = 0.75;
/** A row for another number of people than the one asked for. */
const OTHER_SIZE = 0.4;
const LASTS_ITSELF = 1.5;
const BETTER: readonly string[] = ['better', 'stronger', 'advantag', 'win', 'strength'];
const OUR_SIDE = 2;
/** A comparison nobody asked for, or the story of a customer. */
const UNASKED_KIND = 0.55;
/** What holds only under a condition nobody named. */
const OTHER_CONDITION = 0.6;
const OTHER_SIDE = 0.3;

/** What of a question the choice of sentences looks at. */
export type Asked = Pick<
  AskedQuestion,
  'weights' | 'wanted' | 'size' | 'plans' | 'rivals' | 'places' | 'wantsKinds' | 'unknownShare'
>;

/** All sentences of the passages that may be about what is asked. */
export function toCandidates(
  passages: readonly PassageFact[],
  asked: Asked,
  doubts: readonly DoubtFact[],
): Candidate[] {
  const prepared = passages.map(preparePassage);
  const subjects = nameSubjects(prepared, asked);
  return prepared.flatMap(({ context, heading, sentences, answersDoubts, kind }, index) => {
    const marker = passages[index]?.marker ?? 0;
    const isUnasked = kind !== 'plain' && !asked.wantsKinds[kind];
    const emphasis = (answersDoubts ? ARGUES : 1) * (isUnasked ? UNASKED_KIND : 1) * rateSide(heading, asked.rivals);
    return sentences.flatMap((sentence, order): Candidate[] => {
      const aboutness = rateAboutness(sentence, context, asked, subjects) * emphasis;
      if (aboutness === 0) return [];
      const fitness = rateFitness(sentence, index + 1, asked.wanted) * aboutness;
      const { row } = sentence;
      const columns = row === null ? undefined : askedColumns(row, asked.weights);
      const doubt = doubtOf({ ...sentence, marker }, doubts, columns);
      const holdsSize = row === null && rateSizeFit(sentence.text, asked.size) > 1;
      const isNamed = row !== null && (rowHoldsSize(row, asked.size) ?? namesSubject(row, subjects));
      return [
        {
          ...sentence,
          context,
          marker,
          order,
          holdsSize,
          isNamed,
          asked: [...subjects.asked, ...asked.places],
          doubt,
          fitness,
          fullScore: 0,
          score: 0,
        },
      ];
    });
  });
}

/** Whether it is about what was asked, above 1 where it says so itself; 0 for a row about something else. */
function rateAboutness(
  { text, terms, row }: PreparedSentence,
  context: ReadonlySet<string>,
  { weights, size, wanted }: Asked,
  subjects: Subjects,
): number {
  if (row === null) {
    const wantsFigure = wanted !== null && wanted !== 'approval';
    const itself = wanted === 'duration' && lastsItself(text, weights) ? LASTS_ITSELF : 1;
    const sizeFit = rateSizeFit(text, size);
    const condition = sizeFit > 1 || meetsCondition(text, weights) ? 1 : OTHER_CONDITION;
    return itself * rateProse({ terms, context, wantsFigure }, weights, subjects) * sizeFit * condition;
  }
  const holdsSize = rowHoldsSize(row, size);
  const sizeFit = holdsSize === false ? OTHER_SIZE : 1;
  const isNamed = holdsSize ?? namesSubject(row, subjects);
  return rateRow(row, weights, subjects) * sizeFit * (isNamed && subjects.asked.length > 1 ? COMPARES : 1);
}

/** The things the passages' tables and names compare (plans), and which of them the question is about. */
interface Subjects {
  asked: readonly string[];
  others: readonly string[];
}

/** A name in the message itself outweighs one from the message before. */
function nameSubjects(passages: readonly PreparedPassage[], { weights, plans }: Asked): Subjects {
  const all = [...new Set([...plans, ...passages.flatMap(({ subjects }) => subjects)])];
  const most = Math.max(0, ...all.map((subject) => weights.get(subject) ?? 0));
  if (most === 0) return { asked: [], others: [] };
  const asked = all.filter((subject) => weights.get(subject) === most);
  return { asked, others: all.filter((subject) => !asked.includes(subject)) };
}

interface Prose {
  terms: ReadonlySet<string>;
  context: ReadonlySet<string>;
  wantsFigure: boolean;
}

/** A section that says where one side is better is about that side. */
function rateSide(heading: ReadonlySet<string>, rivals: readonly string[]): number {
  if (rivals.length === 0 || !BETTER.some((term) => heading.has(term))) return 1;
  return rivals.some((rival) => heading.has(rival)) ? OTHER_SIDE : OUR_SIDE;
}

const CONDITION = /^(?:with|for|if|when|after|during|from|in case of|without|as)\s([^,]{3,60}),/i;

/** "With three years, it costs …" answers who asks for three years. */
function meetsCondition(text: string, question: Asked['weights']): boolean {
  const condition = CONDITION.exec(text)?.[1];
  return condition === undefined || readTerms(condition).some((term) => question.has(term));
}

/** "The trial lasts …": how long the very thing takes. */
function lastsItself(text: string, question: Asked['weights']): boolean {
  const subject = /(\p{L}+)\s+(?:lasts?|takes?|runs?)\b/u.exec(text)?.[1];
  return subject !== undefined && question.has(stem(subject.toLowerCase()));
}

function rateProse(
  { terms, context, wantsFigure }: Prose,
  question: Asked['weights'],
  { asked, others }: Subjects,
): number {
  const [first = '', second = ''] = terms;
  const beginning = question.has(first) || question.has(second) ? BEGINS_WITH_IT : 1;
  const names = (name: string): boolean => terms.has(name) || context.has(name);
  const isAboutAnother = others.some(names) && !asked.some(names);
  if (!isAboutAnother) return beginning;
  return beginning * (wantsFigure ? ABOUT_ANOTHER : ABOUT_ANOTHER_TOO);
}

function namesSubject(row: PreparedRow, { asked }: Subjects): boolean {
  return row.subjectTerms.length > 0 && row.subjectTerms.every((term) => asked.includes(term));
}

/** 0 for a row about something else than the one the question names. */
function rateRow(row: PreparedRow, question: Asked['weights'], { asked }: Subjects): number {
  if (namesSubject(row, { asked, others: [] })) return 1;
  if (row.allSubjectTerms.some((subject) => subject.some((term) => asked.includes(term)))) return 0;
  return askedColumns(row, question) === undefined ? UNASKED_ROW : 1;
}

/** The columns whose names meet the question best; undefined when none does. */
export function askedColumns(row: PreparedRow, question: Asked['weights']): ReadonlySet<number> | undefined {
  const met = row.columnTerms.map((terms, i) => (i === 0 ? 0 : countMet(terms, question)));
  const most = Math.max(0, ...met);
  return most === 0 ? undefined : new Set(met.flatMap((count, i) => (count === most ? [i] : [])));
}

function countMet(terms: ReadonlySet<string>, question: Asked['weights']): number {
  let count = 0;
  for (const term of question.keys()) {
    const concept = conceptOf(term);
    if (terms.has(term) || (concept !== undefined && terms.has(concept))) count += 1;
  }
  return count;
}
