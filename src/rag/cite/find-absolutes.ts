import { findAll } from '../../shared/find-all.js';

/** A word that promises without limit, with its place. */
export interface AbsoluteWord {
  readonly text: string;
  readonly start: number;
  /** What evidence has to say for it: any of these words (lower case). */
  readonly saidBy: RegExp;
}

const ABSOLUTES: readonly [said: RegExp, saidBy: RegExp][] = [
  [
    /\bunlimited\b|\b(?:no|without(?: any)?) limits?\b|\blimitless\b/gi,
    /\bunlimited\b|\b(?:no|without(?: any)?) limits?\b/i,
  ],
  [/\bguarantee(?:d|s)?\b/gi, /\bguarantee/i],
  [/\balways\b/gi, /\balways\b|\bat any time\b|\bevery\b|\ball\b/i],
  [/\bnever\b/gi, /\bnever\b|\bnot\b|\bno\b/i],
  [/\b(?:the|our) only\b|\bexclusively\b/gi, /\bonly\b|\bexclusive/i],
  [/\b24\s?[/x]\s?7\b|\baround the clock\b/gi, /\b24\s?[/x]\s?7\b|\baround the clock\b/i],
  [/\b(?:lifetime|forever|for life|perpetual(?:ly)?)\b/gi, /\b(?:lifetime|forever|for life|perpetual)/i],
  [
    /\binstant(?:ly|aneous(?:ly)?)?\b|\bin real[\s-]time\b|\bimmediately\b/gi,
    /\binstant|\breal[\s-]time\b|\bimmediate|\bat once\b/i,
  ],
  [/\b(?:completely|fully|entirely|totally)\b/gi, /\b(?:completely|fully|full|entirely|totally|all|every)\b/i],
  [/\b(?:risk[\s-]free|no risk|zero risk)\b/gi, /\brisk/i],
  [
    /\b(?:the|our) (?:best|fastest|cheapest|largest|biggest|leading|safest|most (?:secure|popular|trusted|used|advanced))\b/gi,
    /\b(?:best|fastest|cheapest|largest|biggest|leading|safest|most)\b/i,
  ],
  [
    /\b(?:number one|no\. 1|market leader|world[\s-]class|award[\s-]winning|best[\s-]in[\s-]class|industry[\s-]leading)\b|#1\b/gi,
    /\b(?:number one|leader|leading|award|world[\s-]class|best[\s-]in[\s-]class)/i,
  ],
  [
    /\bwill (?:soon )?be (?:released|launched|introduced|added|rolled out)\b|\bcoming soon\b|\bon (?:our|the) roadmap\b/gi,
    /\bwill be (?:released|launched|introduced|added|rolled out)\b|\bcoming soon\b|\broadmap\b/i,
  ],
  [/\bzero\b/gi, /\bzero\b|\bno\b/i],
];
const MAY_HAVE =
  /unlimit|limits?\b|guarant|always|never|only|exclusiv|24|clock|life|ever|instant|immediate|real.time|complete|fully|entire|totally|risk|the |our |number|no\. 1|leader|class|award|leading|#1|zero|perpetual|will |soon|roadmap/i;

/** The absolutes of a sentence, in order of their kind. */
export function findAbsolutes(sentence: string): AbsoluteWord[] {
  if (!MAY_HAVE.test(sentence)) return [];
  return ABSOLUTES.flatMap(([said, saidBy]) =>
    findAll(sentence, said).map((match) => ({ text: match[0], start: match.index, saidBy })),
  );
}
