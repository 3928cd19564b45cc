import { type DoubtFact, type PassageFact } from '../../llm.port.js';
import { doubtOf } from './doubt-of.js';
import { isCode, preparePassage, type PreparedPassage, type PreparedSentence } from './prepare-passage.js';
import { rateFitness } from './rate-fitness.js';
import { type Named, rateProse } from './rate-prose.js';
import { askedColumns, isRowAsked, listNamedTables, type NamedTables, rateRow } from './rate-row.js';
import { rateSizeFit } from './rate-size-fit.js';
import { conceptOf } from './read-terms.js';
import { GENERIC } from './light-words.js';
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
  /** What else it is about: its own words, without names, prices and units. */
  main: ReadonlySet<string>;
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

/** What was written to answer a doubt answers a plain question less plainly. */
const ARGUES = 0.75;
const BETTER: readonly string[] = ['better', 'stronger', 'advantag', 'win', 'strength'];
const OUR_SIDE = 2;
const HELD_ONCE = 0.3;
/** A comparison nobody asked for, or the story of a customer. */
const UNASKED_KIND = 0.55;
const OTHER_SIDE = 0.3;

/** What of a question the choice of sentences looks at. */
export type Asked = Pick<
  AskedQuestion,
  | 'text'
  | 'weights'
  | 'wanted'
  | 'size'
  | 'plans'
  | 'rivals'
  | 'places'
  | 'wantsKinds'
  | 'unknownShare'
  | 'implied'
  | 'borrowed'
>;

/** All sentences of the passages that may be about what is asked. */
export function toCandidates(
  passages: readonly PassageFact[],
  asked: Asked,
  doubts: readonly DoubtFact[],
  ranks: ReadonlyMap<number, number>,
): Candidate[] {
  const prepared = passages.map(preparePassage);
  const subjects = nameSubjects(prepared, asked);
  const names = [...subjects.asked, ...asked.places];
  const main = listMain(asked.weights, [...names, ...subjects.others]);
  const named = new Set(prepared.flatMap(({ sentences }) => listNamedTables(sentences, asked.weights)));
  return prepared.flatMap(({ context, heading, sentences, answersDoubts, kind }, index) => {
    const marker = passages[index]?.marker ?? 0;
    const isUnasked = kind !== 'plain' && !asked.wantsKinds[kind];
    const emphasis = (answersDoubts ? ARGUES : 1) * (isUnasked ? UNASKED_KIND : 1) * rateSide(heading, asked.rivals);
    return sentences.flatMap((sentence, order): Candidate[] => {
      const aboutness = rateAboutness(sentence, context, asked, { ...subjects, tables: named }) * emphasis;
      if (aboutness === 0) return [];
      const fitness = rateFitness(sentence, ranks.get(marker) ?? passages.length, asked.wanted) * aboutness;
      const { row } = sentence;
      const columns = row === null ? undefined : askedColumns(row, asked.weights, asked.size);
      const doubt = doubtOf({ ...sentence, marker }, doubts, columns);
      // Not meant for readers at all; what held once comes behind what holds.
      if (doubt === 'instruction' || doubt === 'internal') return [];
      const holdsSize = row === null && rateSizeFit(sentence.text, asked.size) > 1;
      const isNamed = row !== null && isRowAsked(row, asked);
      return [
        {
          ...sentence,
          context,
          marker,
          order,
          holdsSize,
          isNamed,
          asked: names,
          main,
          doubt,
          fitness: doubt === 'outdated' ? fitness * HELD_ONCE : fitness,
          fullScore: 0,
          score: 0,
        },
      ];
    });
  });
}

/** Stems. */
const UNIT = /^(?:dai|day|daili|week|weekli|month|monthli|year|yearli|annual|annualli|hour|time|seat|unit|rate)$/;
/** Words that lead up to a question do not say what it is about. */
const MAIN_FROM = 0.5;

function listMain(question: Asked['weights'], names: readonly string[]): ReadonlySet<string> {
  const own = [...question].filter(([, weight]) => weight >= MAIN_FROM).map(([term]) => term);
  return new Set(own.filter((term) => !names.includes(term) && saysWhat(term)));
}

/** That something has a price or a term does not say what it is. */
function saysWhat(term: string): boolean {
  return !GENERIC.test(term) && conceptOf(term) !== '~price' && !UNIT.test(term);
}

/** Whether it is about what was asked, above 1 where it says so itself; 0 for what is about something else. */
function rateAboutness(
  sentence: PreparedSentence,
  context: ReadonlySet<string>,
  asked: Asked,
  subjects: Subjects,
): number {
  return sentence.row === null
    ? rateProse({ ...sentence, context }, asked, subjects)
    : rateRow(sentence.row, asked, subjects.tables, subjects.asked.length > 1);
}

interface Subjects extends Named {
  tables: NamedTables;
}

/** A name in the message itself outweighs one from the message before. */
function nameSubjects(passages: readonly PreparedPassage[], { weights, plans }: Asked): Named {
  const codes = [...weights.keys()].filter(isCode);
  const all = [...new Set([...plans, ...codes, ...passages.flatMap(({ subjects }) => subjects)])];
  const most = Math.max(0, ...all.map((subject) => weights.get(subject) ?? 0));
  if (most === 0) return { asked: [], others: [] };
  const asked = all.filter((subject) => weights.get(subject) === most);
  return { asked, others: all.filter((subject) => !asked.includes(subject)) };
}

/** A section that says where one side is better is about that side. */
function rateSide(heading: ReadonlySet<string>, rivals: readonly string[]): number {
  if (rivals.length === 0 || !BETTER.some((term) => heading.has(term))) return 1;
  return rivals.some((rival) => heading.has(rival)) ? OTHER_SIDE : OUR_SIDE;
}
