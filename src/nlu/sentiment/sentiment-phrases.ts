/** What several words say together, by how much; apostrophes and case do not matter. Zero: the words say nothing of feeling. */
const PHRASES: Readonly<Record<string, string>> = {
  '-3': `fed up|sick of|sick and tired|last straw|had enough|complete joke|an absolute joke|a joke|rip off|ripped off|waste of time|waste of money|never again|
    worst service|taking legal action|see you in court`,
  '-2.5': `still waiting|still no answer|still no reply|still no response|still not working|still havent|still hasnt|nobody answers|nobody has answered|nobody replies|
    no one answers|no one replies|no one has replied|not good enough|not acceptable|nobody gets back|no one gets back|third time|fourth time|fifth time|
    second time|how many times|once again|yet again|keeps crashing|keeps failing|keeps breaking|does not work|doesnt work|did not work|didnt work|not working|
    isnt working|stopped working|cancel our contract|cancel my contract|cancel our subscription|want a refund|want my money back|want our money back|
    let us down|let me down|letting us down|out of patience|losing patience|lost patience|run out of patience|cannot believe|cant believe|
    no reaction|immer noch keine antwort|warte immer noch|warten immer noch|reicht mir|es reicht|funktioniert nicht|geht nicht|toujours pas|ne marche pas|ne fonctionne pas|
    sigo esperando|no funciona|non funziona|nao funciona|werkt niet`,
  '-1.5': `too expensive|too high|too slow|too complicated|too complex|too much|too many|too late|too long|no longer|gave up|giving up|give up|
    not worth|not convinced|no sense|makes no sense|not sure|waiting for weeks|waiting for days|waited for|zu teuer|zu langsam|trop cher|demasiado caro|troppo caro|muito caro|te duur`,
  '-1': `not really|could be better|not enough|not yet`,
  '2': `well done|good job|great job|look forward|looking forward|no problem|no problems|no issues|no worries|works well|work well|works great|worked well|sounds good|
    sounds great|worth it|thumbs up|keep it up|cant wait|can not wait|cannot wait|spot on|freue mich|freuen uns`,
  '2.5': `never had a problem|never had any problems|never had an issue|never had any issues|without any problems|without any issues|could not be happier|couldnt be happier|
    cant complain|cannot complain|nothing to complain|second to none|blown away|exceeded our expectations|exceeded my expectations`,
  '1': `not bad|no complaints|not a problem`,
  '0': `kind regards|best regards|kindest regards|warm regards|best wishes|kind of|best practice|best practices|would like|id like|wed like|i would love|wed love|id love|would love|
    feel like|looks like|look like|looked like|feels like|seems like|sounds like|something like|anything like|things like|like this|like that|like a|like the|as well|well as|
    free trial|free plan|free tier|free version|for free|free of charge|a free|feel free|right now|please find|please send|please let|please tell|please give|could you please|can you please|
    would you please|please|dear|if possible|lead score|lead scoring|pain point|pain points|error message|error messages|error rate|problem solving|help desk|support team|support desk|your support|
    support for|single sign|best plan|best price|best offer|best time|best way|best option|better plan|better price|better deal|value added|added value|critical path|credit risk|cost benefit|hard drive|
    like to|like you to|like your|like our|want to make sure|make sure|sure how|not sure whether|be able|are able|is able|able to|ready to|interested in|how much better|top of|bug fix|bug tracker|
    war room|dead line|stress test|kill switch|risk assessment|fraud detection|delay in|limit of|in the dark|no risk|low risk|limitation of liability|limitations of liability|disaster recovery|data loss|conflict resolution|force majeure|termination|data breach|data breaches|avoid mistakes`,
};

const MAX_PHRASE_WORDS = 5;
const BY_FIRST_WORD: ReadonlyMap<string, readonly (readonly [rest: readonly string[], valence: number])[]> =
  indexPhrases();

function indexPhrases(): Map<string, [string[], number][]> {
  const index = new Map<string, [string[], number][]>();
  for (const [valence, phrases] of Object.entries(PHRASES)) {
    for (const phrase of phrases.split('|')) {
      const [first = '', ...rest] = phrase.trim().split(' ');
      index.set(first, [...(index.get(first) ?? []), [rest, Number(valence)]]);
    }
  }
  // The longest phrase that fits is the one that is meant.
  for (const phrases of index.values()) phrases.sort((a, b) => b[0].length - a[0].length);
  return index;
}

/** The phrase that begins at word `at`, with its number of words; undefined where none does. */
export function findPhrase(
  words: readonly { key: string }[],
  at: number,
): { count: number; valence: number } | undefined {
  const candidates = BY_FIRST_WORD.get(words[at]?.key ?? '') ?? [];
  for (const [rest, valence] of candidates) {
    if (rest.length < MAX_PHRASE_WORDS && rest.every((key, offset) => words[at + 1 + offset]?.key === key))
      return { count: rest.length + 1, valence };
  }
  return undefined;
}
