import { toTerm } from '../text/tokenize-text.js';

/** Words for one thing, as people write them for each other. */
const GROUPS: readonly string[] = [
  'price cost costs charge charges fee fees rate priced costing charged pricing',
  'seat user users licence license licences person people',
  'yearly annual annually year years annum',
  'monthly month months',
  'get receive receives obtain',
  'offer provide provides give gives given',
  'include contain contains comprise cover covers',
  'email mail mails',
  'plan tier edition package subscription',
  'delete erase erased removed remove',
  'keep kept retain retained store stored',
  'last take takes',
  'help assist assistance',
  'begin start starts',
  'buy purchase',
  'answer reply respond response responds',
  'limit cap capped maximum',
  'cancel terminate',
  'customer client clients',
  'demo demonstration',
  'try trial',
  'move migrate migration transfer port bring brought',
  'need needed require required',
  'uptime availability',
];

/** Terms that say of what is counted that it is there. */
export const NOT_COUNTED: ReadonlySet<string> = new Set([
  'includ',
  'contain',
  'avail',
  'offer',
  'possibl',
  'allow',
  'need',
]);

const UNIFIED: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) => {
    const [first = '', ...others] = group.split(' ').map((word) => toTerm(word) ?? word);
    return others.map((term): [string, string] => [term, first]);
  }),
);

/** One term for those that say the same of an offer, so that "costs" is found in "price". */
export function unifyTerm(term: string): string {
  return UNIFIED.get(term) ?? term;
}
