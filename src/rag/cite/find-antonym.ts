import { toTerm } from '../text/tokenize-text.js';

/** Pairs of opposites; every word with every word on the other side. */
const PAIRS: readonly string[] = [
  'increase|rise|grow|gain|up / decrease|fall|decline|drop|loss|down|reduce|shrink',
  'high|higher|highest / low|lower|lowest',
  'large|larger|big|wide / small|smaller|narrow|limited',
  'easy|easier|simple / difficult|hard|complex|challenging',
  'accept|agree|approve / reject|refuse|decline|disagree|deny|disapprove',
  'support / oppose',
  'strong / weak',
  'positive|optimistic / negative|pessimistic',
  'success|succeed|successful / failure|fail|unsuccessful',
  'cheap|affordable / expensive|costly|pricey',
  'long / short',
  'first / last',
  'early|earlier / late|later',
  'new|newest / old|oldest',
  'include / exclude',
  'open / close|closed',
  'start|begin / end|finish|stop',
  'win / lose',
  'buy / sell',
  'love|like / hate|dislike',
  'happy / sad|unhappy',
  'public / private',
  'internal|indoor / external|outdoor',
  'free / paid',
  'available / unavailable',
  'possible / impossible',
  'able / unable',
  'likely / unlikely',
  'certain|certainty / uncertain|uncertainty',
  'similar|same / different|differing',
  'connect / disconnect',
  'acknowledge / ignore|dismiss',
  'benefit|advantage / drawback|disadvantage',
  'presence|abundance / absence|lack',
  'maximum|most / minimum|least',
  'fast|faster|quick / slow|slower',
  'good|better|best / bad|worse|worst|poor',
  'safe / unsafe|dangerous',
  'supervised / unsupervised',
  'visual / auditory',
  'online / offline',
  'allow|permit / forbid|prohibit|prevent',
  'enable / disable',
  'import / export',
  'upgrade / downgrade',
  'monthly / yearly|annual',
  'automatic / manual',
  'mandatory|required / optional|voluntary',
  'temporary / permanent',
  'local / global',
  'efficient / inefficient',
  'accurate / inaccurate',
  'legal / illegal',
  'full / empty|partial',
  'guilty / innocent',
  'confirm / deny',
  'improve / worsen|deteriorate',
  'remember / forget',
  'recommend / discourage',
  'specific / general',
  'existing / prospective',
  'save / waste',
  'interested / uninterested',
  'highlight|emphasize / downplay|question',
  'useful|usefulness / useless|uselessness',
];

const OPPOSITES = new Map<string, Set<string>>();
for (const pair of PAIRS) {
  const [left = [], right = []] = pair.split(' / ').map((side) => side.split('|').map((word) => toTerm(word) ?? word));
  for (const one of left) for (const other of right) addOpposites(one, other);
}

function addOpposites(one: string, other: string): void {
  OPPOSITES.set(one, (OPPOSITES.get(one) ?? new Set<string>()).add(other));
  OPPOSITES.set(other, (OPPOSITES.get(other) ?? new Set<string>()).add(one));
}

/** A term's opposite that a text has, where it does not have the term itself. */
export function findAntonym(term: string, known: ReadonlySet<string>): string | null {
  if (known.has(term)) return null;
  for (const opposite of OPPOSITES.get(term) ?? []) if (known.has(opposite)) return opposite;
  return null;
}
