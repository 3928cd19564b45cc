/** English function words that say nothing about a passage's subject; compared before stemming. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also am an and any are arent as at be because been before being below between both but by ' +
    'can cannot cant could couldnt did didnt do does doesnt doing dont down during each either else ever few for from further get gets ' +
    'getting got had hadnt has hasnt have havent having he hello her here hers herself hey hi him himself his how however i id if ill im ' +
    'in into is isnt it its itself ive just know let lets like lot many may me might mine more most much must my myself no nor not now ' +
    'of off ok okay on once one only or other ought our ours ourselves out over own per please really same shall she should shouldnt ' +
    'so some such tell than thank thanks that thats the their theirs them themselves then there theres these they theyre this those ' +
    'through thus to too under until up upon us very want was wasnt we well were werent weve what whats when where whether which while ' +
    'who whom whose why will with within without wont would wouldnt yes yet you youd youll your youre yours yourself yourselves youve'
  ).split(' '),
);
