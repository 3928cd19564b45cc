import { type Intent, type IntentScore } from '../message-analysis.js';
import { splitWords } from '../split-words.js';
import { carryOverIntents } from './carry-over-intents.js';

const scores = (...pairs: readonly (readonly [Intent, number])[]): IntentScore[] =>
  pairs.map(([intent, probability]) => ({ intent, probability }));
const previous = scores(['pricing_inquiry', 0.9], ['greeting', 0.1]);
const carry = (own: IntentScore[], text: string, before = previous): readonly IntentScore[] =>
  carryOverIntents(own, splitWords(text), before);

describe('carryOverIntents', () => {
  it('lets a short follow-up inherit the business of the message before it, less certain', () => {
    const [top] = carry(scores(['out_of_scope', 0.6], ['pricing_inquiry', 0.2]), 'And for 200?');
    expect(top?.intent).toBe('pricing_inquiry');
    expect(top?.probability).toBeCloseTo(0.72);
  });

  it('hears the matter behind a chatty beginning, but not behind thanks', () => {
    const chat = scores(['small_talk', 0.8]);
    expect(carry(chat, 'ok and for 60 people?')[0]?.intent).toBe('pricing_inquiry');
    expect(carry(chat, 'ok cool')).toEqual(chat);
    const thanks = scores(['thanks', 0.9]);
    expect(carry(thanks, 'thanks for that')).toEqual(thanks);
  });

  it('asks on about the same when only the name is another one', () => {
    expect(carry(scores(['feature_inquiry', 0.7]), 'What about the Team plan?')[0]?.intent).toBe('pricing_inquiry');
  });

  it('leaves a message alone that says something itself', () => {
    const own = scores(['demo_request', 0.9]);
    expect(carry(own, 'Show me a demo')).toEqual(own);
    const refusal = scores(['opt_out', 0.4]);
    expect(carry(refusal, 'no more of this')).toEqual(refusal);
  });

  it('leaves long and wordless messages alone, and has nothing to inherit from a courtesy', () => {
    const own = scores(['out_of_scope', 0.5]);
    expect(carry(own, 'one two three four five six seven eight nine ten eleven')).toEqual(own);
    expect(carry(own, '')).toEqual(own);
    expect(carry(own, 'and for 200?', scores(['greeting', 0.9], ['pricing_inquiry', 0.3]))).toEqual(own);
  });
});
