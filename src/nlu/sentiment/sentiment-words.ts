/** Words that carry feeling, folded, by how much: 1 is mild, 3 strong. Chosen for business correspondence. */
const BY_STRENGTH: Readonly<Record<number, string>> = {
  3: `amazing awesome brilliant excellent fantastic incredible love loved loves outstanding perfect perfectly superb thrilled
    wonderful best delighted phenomenal exceptional magnificent fabulous stunning flawless wunderbar ausgezeichnet genial
    excelente fantastico otimo uitstekend geweldig`,
  2: `glad good great happy helpful impressed impressive like liked likes nice pleased recommend reliable satisfied smooth
    smoothly thank thanks thankful useful valuable appreciate appreciated beautiful enjoy enjoyed enjoyable excited
    exciting friendly improve improved improvement intuitive lovely positive promising success successful win winning
    wins benefit benefits better cheerful clever fun funny generous gift joy kind kindly laugh praise pretty proud smart
    smile super sweet welcome well winner wow yay charming cute comfortable confident convenient elegant
    grateful hilarious hopeful impress inspiring interesting lucky peaceful pleasant pleasure refreshing relaxed respect
    rich talented trust trusted worth worthy gut super danke zufrieden bon bien merci content bueno gracias buono
    grazie bom obrigado goed bedankt tevreden`,
  1: `agree agreed clear easy easily fair fine interested ok okay quick quickly solved simple sure thoughtful works calm
    care clean cool eager effective efficient gain hope legit neat nicely popular prefer resolved`,
  [-1]: `afraid awkward complicated concern concerned concerns confused confusing costly delay delayed difficult doubt doubts
    expensive hesitant issue issues late lack lacking lacks miss missed missing problem problems slow
    steep sorry stop stuck tired trouble unclear unfortunately unsure wait waiting worry worried dull odd boring bored
    clumsy deny excuse forget ignored lazy messy nervous overpriced pricey pushy
    refuse reject risk risky strange tedious tough uncertain wrong weird teuer cher caro duur leider malheureusement`,
  [-2]: `angry annoyed annoying bad badly broken bug bugs complain complaint crash crashed crashes disappoint disappointed
    disappointing disappointment dislike error errors fail failed failing fails failure frustrated frustrating
    frustration mess poor poorly rude sad unacceptable unhappy unreliable upset useless waste wasted wasting lie lied
    lying mislead misleading ugly stupid fool foolish hurt ill sick lost loss losing nasty painful pain pathetic ruin
    ruined scary shame sucks suck trash ugh unable unfair unpleasant worse mad kill killed die died dead death war
    fight attack cruel crime criminal damage damaged danger dangerous fear guilty hell jerk mistake mistakes miserable
    schlecht enttauscht mauvais decu malo mal cattivo deluso ruim slecht teleurgesteld`,
  [-3]: `abysmal appalling atrocious awful despicable disaster disastrous disgusting dreadful furious garbage hate hated
    hates horrible horrific nightmare outrageous outraged scam scammed terrible terribly worst worthless ridiculous
    fraud crap incompetent insulting pissed livid katastrophe furchtbar horrible terrivel verschrikkelijk`,
};

export const VALENCE: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_STRENGTH).flatMap(([strength, words]) =>
    words.split(/\s+/).map((word): [string, number] => [word, Number(strength)]),
  ),
);

export const NEGATIONS: ReadonlySet<string> = new Set(
  `not no never none nobody nothing neither nor without hardly barely scarcely cannot cant dont doesnt didnt isnt arent
  wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint nicht kein keine pas jamais nunca non nao niet geen`.split(
    /\s+/,
  ),
);

/** Multipliers of the feeling word that follows. */
export const BOOSTERS: ReadonlyMap<string, number> = new Map([
  ...'very really extremely so incredibly absolutely totally completely highly super too deeply utterly truly sehr tres muy molto muito zeer'
    .split(' ')
    .map((word): [string, number] => [word, 1.3]),
  ...'slightly somewhat bit little fairly rather kinda mildly partly quite etwas peu poco beetje'
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
  [/[😀😃😄😁😊🙂😍🥰🤩👍🎉❤💯🙏👏😎]|(?<![\p{L}\d]):-?[)D]/gu, 2],
  [/[😞😟😠😡🤬😢😭👎💔😤😒🙁☹😩]|(?<![\p{L}\d]):-?\(/gu, -2],
];
