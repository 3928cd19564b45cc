/** Words that carry feeling, folded, by how much: 1 is mild, 3 strong. Other forms of a word are found by its stem. */
const BY_STRENGTH: Readonly<Record<number, string>> = {
  3: `adore amazing astonishing astounding awesome best brilliant breathtaking delight dream excellent exceptional excellence extraordinary
    fabulous fantastic flawless gorgeous heaven heavenly impeccable incredible love magnificent marvelous marvellous masterpiece
    masterful outstanding paradise perfect perfection phenomenal remarkable sensational spectacular splendid stellar stunning sublime superb
    superior terrific thrill thrilled treasure triumph unbeatable unforgettable unmatched wonderful wow yay ecstatic
    wunderbar ausgezeichnet genial hervorragend fantastisch begeistert excelente fantastico otimo uitstekend geweldig parfait
    magnifique perfekt perfecto perfetto increible maravilhoso`,
  2: `accomplish accomplishment achieve achievement admire admirable admiration affection affectionate amaze amuse amusing appealing
    applaud appreciate appreciation artful attractive beautiful beauty beloved benefit bless blessed blessing bliss bonus bravo bright
    brave bravery celebrate celebration champion charm charming cheer cheerful clever comfort comfortable compassion compelling
    compliment confident congratulate congratulations courage courageous crisp cute dazzling dear delicate delicious delightful deserve
    desirable devotion eager elegant eloquent enchanting encourage encouragement endearing energetic engaging engrossing enjoy enjoyable
    enjoyment enlightening entertain entertainment enthusiasm enthusiastic excite excitement exciting exhilarating exquisite fascinate fascinating
    favorite favourite finest fresh friend friendly friendship fun funny gem generous genius gentle gift gifted glad glorious glory good goodness
    grace graceful grateful gratitude great gripping happiness happy healthy heartfelt heartwarming helpful hero heroic hilarious honest honor
    honour hope hopeful hug humor humour humorous imaginative impress impressive ingenious innovative insight insightful inspire inspiration
    intelligent intelligence intense interesting intriguing intuitive inventive joy joyful kindness laugh laughter liberty like liked lively lol haha hahaha
    lmao lovable lovely loyal loyalty luck lucky luminous memorable merry miracle moving nice noble optimistic original passion
    passionate peace peaceful pleasant please pleased pleasing pleasure poetic poignant positive powerful praise precious pride proud
    powerful profound promising prosper prosperity prosperous rapport recommend recommended refreshing rejoice relaxed relaxing reliable relief relieve remedy
    respect respectful reward rewarding rich romance romantic satisfaction satisfied satisfy satisfying savvy sexy sharp sincere
    smart smile smooth smoothly solid sophisticated sparkling splendor strength strong stylish success successful sunny super supportive
    surprise sweet sympathetic talent talented tasty tender thank thankful thanks thoughtful thrilling touching trust trustworthy truth upbeat
    useful valuable vibrant victory vivid warm warmth wealth welcome win winner winning wisdom wise wit witty worthwhile worthy gut super danke
    zufrieden schon toll freue bon bien merci content ravi bueno gracias encantado buono grazie felice bom obrigado obrigada feliz goed bedankt tevreden blij`,
  1: `ability able absorbing accept acceptable accessible accurate active adequate admit adventure affordable agree agreeable agreement aid alive ambitious
    approve assist attract authentic award balance bargain better calm care careful certain clean clear coherent competent complete cool creative
    credible decent dedicated definite depth dignity durable dynamic ease easy easily effective efficient elaborate energy enhance ensure epic fair faith
    faithful familiar fascination favor favour fine flexible fond forgive free freedom fulfill gain genuine giggle growth guarantee handy haven hail
    honestly ideal importance important improve improvement inexpensive innocent interested justice keen legit legendary live light likable likeable love-able
    mature neat ok okay outgoing party play playful plus popular prefer premier pretty prize productive progress protect pure quick quickly rapid ready
    reasonable recover rescue resolve resolved responsive restore safe safely save secure sensible sensitive serene share sharing shine simple skill skilled
    solution solve sturdy subtle suitable sure terrifically tight top trusty unique upgrade value versatile vital willing wish works worth yes young tidy
    peacefully progress popularity fast affordable seamless`,
  [-1]: `absence absurdly afraid alarm alone aloof ambiguous apology argue argument artificial ashamed avoid awkward bland blur blurry bored boredom boring bother bulky bumpy
    burden cheesy clumsy clunky cold complicated concern concerned confuse confusing confusion contrived costly criticism criticize critical cry cynical dark delay demand
    deny derivative difficult difficulty dirty disturb dodgy doubt doubtful dry dull dumb empty excuse expensive fat feeble flat flimsy forced forget forgettable formulaic
    fuzzy gap gimmick glitch gloomy gray grim hard heavy hesitant ignore impatient imperfect inadequate inconsistent inconvenient indifferent insufficient invalid
    issue jealous lack lacking late lazy limit limitation limited lonely loose loud low mediocre messy miss missed missing nervous noisy obscure odd
    opposite overdone overpriced pale passive pity plain pointless poverty predictable pressure pretentious pricey problem pushy question questionable quit refuse reject reluctant
    repetitive resign restrict restless risk risky rough rush rusty scarce selfish sentimental shallow shaky short shy silly slow slowly small sorry standard
    steep stiff stop strange stretch strict struggle stuck superficial suspect suspicious tedious tense tepid thin tired tiresome tiring tough trivial
    trouble unable uncertain unclear uncomfortable undecided uneven unfortunate unfortunately unimpressive unknown unlikely unnecessary unsettling unsure
    untidy unusual vague wait waiting warn warning weak weaker weird worry worried wrong teuer cher caro duur leider malheureusement lamentablement purtroppo infelizmente helaas
    mangel fehlt problema probleme desafortunadamente`,
  [-2]: `abandon abuse accident accuse ache afflict aggravate aggressive agony anger angry anguish annoy annoyance annoying anxiety anxious arrest arrogant assault attack
    bad badly bankrupt betray bitter blame bleak blind block bomb broke broken brutal bug bully cancer careless catastrophic chaos chaotic cheat clash collapse combat
    complain complaint condemn conflict corrupt corruption crap crappy crash crime criminal crisis cruel cruelty damage damn danger dangerous dead deadly death deceive
    deceptive decline defeat defect defective deficit demise depress depressed depressing depression deprive despair desperate destroy destruction deteriorate died disagree
    disappear disappoint disappointing disappointment disconnected discourage disease dishonest dislike dismal dismay dispute disrespect disrupt dissatisfied distress disturbing
    divorce downfall drown drunk dud dying embarrass embarrassing embarrassment enemy enrage error evil exhaust exhausted exploit fail failing failure fake fault faulty fear fight
    flaw flawed fool foolish frantic fright frighten frustrate frustrating frustration gloom grave greed greedy grief guilt guilty gun
    harass harm harmful harsh hassle heartbreaking hell helpless hopeless hostile hostility hurt idiot idiotic ill illegal illness inane incoherent incompetence inept
    inferior inflict injure injury injustice insane insult insulting irritate irritating jail jeopardy jerk junk kill killer killing lame liar lie
    lifeless lose loser losing loss lost lousy ludicrous lunatic mad malfunction manipulative mess mindless misery misfortune mislead misleading mistake mock moron mourn
    murder nasty negative neglect nonsense obnoxious offend offensive oppress outrage overwhelm pain painful panic pathetic penalty perish pest plague
    poison pollute poor poorly prison protest punish punishment rage rape rebel regret reject rejection resent ridicule rip-off riot rob rotten rubbish rude ruin sad sadly sadness scam
    scandal scare scared scary shame shameful shatter shock shoddy sick sickness sin sloppy stale starve steal stink stress stressful stupid substandard suck suffer suffering suicide
    sucks tasteless tension terror terrorism threat threaten tormented tragedy tragic traitor trash trauma ugh ugly unacceptable unbearable unfair unhappy unhelpful unpleasant unprofessional
    unreliable unsafe unsatisfied unsatisfactory unwatchable unwanted upset useless vain victim villain violence violent virus vomit vulnerable waste weakness weep wicked worse wound
    wreck yuck schlecht enttauscht arger frust mauvais decu decevant malo decepcionado cattivo deluso ruim decepcionante slecht teleurgesteld kaputt inakzeptabel inacceptable inaceptable inaccettabile
    inaceitavel langsam unzufrieden mecontent insatisfecho`,
  [-3]: `abhorrent abomination abysmal appalling atrocious atrocity awful despicable despise detest disaster disastrous disgrace disgraceful disgust disgusting dreadful excruciating
    fraud fraudulent furious garbage ghastly gruesome hate hateful hatred hideous horrendous horrible horrid horrific horrify horror incompetent infuriate infuriating inexcusable livid loathe massacre
    miserable nightmare nightmarish outrageous pissed repulsive revolting scammed terrible terribly terrifying torture unspeakable vile worst worthless ridiculous wtf
    katastrophe furchtbar schrecklich horrible terrivel pessimo verschrikkelijk unverschamt unverschamtheit catastrophe`,
};

export const VALENCE: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_STRENGTH).flatMap(([strength, words]) =>
    words.split(/\s+/).map((word): [string, number] => [word, Number(strength)]),
  ),
);

/** Forms that look like those of a feeling word and are none. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  'likely likes liking liked limited limits limit playing played player players plays lives living lived lighter lighting light pressing questions question lower lowest lows smaller smallest shortly hardly harder hardware darling dryer listing moving moved move standards standard stops stopped'.split(
    ' ',
  ),
);
const ENDINGS = ['', 'e', 'y'];

/** The stem's candidates of an inflected word: `disappointed` -> `disappoint`, `loves` -> `love`, `happily` -> `happy`. */
function listStems(key: string): string[] {
  const match = /^(.{3,}?)(ingly|edly|ness|fully|ing|ies|ied|ily|ier|iest|est|ed|es|er|ly|s|d)$/.exec(key);
  const [, root = '', ending = ''] = match ?? [];
  if (root === '') return [];
  if (ending.startsWith('i') && ending !== 'ing' && ending !== 'ingly') return [`${root}y`];
  const single = /([bdgklmnprt])\1$/.test(root) ? [root.slice(0, -1)] : [];
  return [...ENDINGS.map((end) => root + end), ...single, ...(ending === 'fully' ? [`${root}ful`] : [])];
}

/** -3..3, 0 for a word without feeling. */
export function valenceOf(key: string): number {
  const own = VALENCE.get(key);
  if (own !== undefined) return own;
  if (key.length < 5 || key.length > 20 || OTHER_WORDS.has(key)) return 0;
  for (const stem of listStems(key)) {
    const valence = VALENCE.get(stem);
    if (valence !== undefined) return valence;
  }
  return 0;
}

export const NEGATIONS: ReadonlySet<string> = new Set(
  `not no never none nobody nothing neither nor without hardly barely scarcely rarely seldom cannot cant dont doesnt didnt isnt arent
  wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint nicht kein keine keinen pas jamais sans nunca sin non senza nao sem niet geen zonder`.split(
    /\s+/,
  ),
);

/** Multipliers of the feeling word that follows. */
export const BOOSTERS: ReadonlyMap<string, number> = new Map([
  ...'very really extremely so incredibly absolutely totally completely highly super too deeply utterly truly especially exceptionally particularly thoroughly genuinely insanely fucking freaking such sehr wirklich tres vraiment muy realmente molto davvero muito zeer heel erg'
    .split(' ')
    .map((word): [string, number] => [word, 1.3]),
  ...'slightly somewhat bit little fairly rather kinda sorta mildly partly quite almost marginally occasionally etwas peu poco beetje'
    .split(' ')
    .map((word): [string, number] => [word, 0.75]),
]);

/** After these the speaker says what they really mean. */
export const TURNS: ReadonlySet<string> = new Set([
  'but',
  'however',
  'although',
  'aber',
  'mais',
  'pero',
  'ma',
  'mas',
  'maar',
]);

/** Feeling in signs; the short text ones only count where they stand alone. */
export const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/[😀😃😄😁😊🙂😍🥰🤩😘😂🤣👍🎉❤💕💖♥💯🙏👏😎🤗🥳✨]|(?<![\p{L}\d])(?:[:;=]-?[)DpP]|<3|\^\^|xD)(?![\p{L}\d])/gu, 2],
  [/[😞😟😠😡🤬😢😭👎💔😤😒🙁☹😩😣😫😖🤮😱🙄]|(?<![\p{L}\d])(?:[:=]['’]?-?[(/|]|>:\(|D:)(?![\p{L}\d/])/gu, -2],
];
