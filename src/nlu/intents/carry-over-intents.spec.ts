import { type Intent } from '../message-analysis.js';
import { splitWords } from '../split-words.js';
import { carryOverIntents } from './carry-over-intents.js';

const previous = new Map<Intent, number>([
  ['pricing_inquiry', 4],
  ['greeting', 2],
]);

describe('carryOverIntents', () => {
  it('lets a short follow-up inherit the business of the message before it, without its greeting', () => {
    const merged = carryOverIntents(new Map(), splitWords('And for 200?'), previous);
    expect([...merged]).toEqual([['pricing_inquiry', 3]]);
  });

  it('hears the matter behind a chatty beginning, but not behind thanks', () => {
    const chat = new Map<Intent, number>([['small_talk', 2]]);
    expect(carryOverIntents(chat, splitWords('ok and for 60 people?'), previous).get('pricing_inquiry')).toBe(3);
    expect(carryOverIntents(chat, splitWords('ok cool'), previous)).toEqual(chat);
    const thanks = new Map<Intent, number>([['thanks', 2]]);
    expect(carryOverIntents(thanks, splitWords('thanks for that'), previous)).toEqual(thanks);
  });

  it('leaves a message alone that says something itself', () => {
    const own = new Map<Intent, number>([['demo_request', 3.2]]);
    expect(carryOverIntents(own, splitWords('Show me a demo'), previous)).toEqual(own);
  });

  it('leaves long and wordless messages alone', () => {
    const long = splitWords('one two three four five six seven eight nine ten eleven');
    expect(carryOverIntents(new Map(), long, previous).size).toBe(0);
    expect(carryOverIntents(new Map(), [], previous).size).toBe(0);
  });
});
