import { type Intent } from '../message-analysis.js';
import { guardRefusal } from './guard-refusal.js';

const first = (intent: Intent, probability: number, text: string): string | undefined =>
  guardRefusal(
    [
      { intent, probability },
      { intent: 'feature_inquiry', probability: 0.1 },
    ],
    text,
  )[0]?.intent;

describe('guardRefusal', () => {
  it.each([
    [0.9, 'Bitte keine Werbung mehr'],
    [0.3, 'Thanks, but please stop calling'],
    [0.3, 'Could you remove me from the list?'],
    [0.4, 'Will you remove my address now?'],
    [0.9, 'Please never contact me again.'],
    [0.9, 'Do not call me again.'],
    [0.8, 'No more e-mails please'],
  ])('believes an opt-out of %d: "%s"', (probability, text) => {
    expect(first('opt_out', probability, text)).toBe('opt_out');
  });

  it.each([
    [0.45, 'How do I get my data out when I leave?'],
    [0.95, 'How do customers unsubscribe from newsletters in your tool?'],
    [0.95, 'Can contacts opt out of recording?'],
    [0.97, 'and if we fill that up? do you delete our old mails or lock us out or what'],
    [0.9, 'Does it send my customers an e-mail by itself?'],
    [0.9, 'Do not call me, e-mail me the prices instead please.'],
    [0.99, 'Please stop sending me the price list as PDF, I need it in Excel.'],
    [0.55, 'Not the right time, please contact me on January 18th.'],
    [0.9, 'Please use my new e-mail address from now on.'],
    [0.9, 'Please unsubscribe our colleague Jan, but keep me on the list.'],
  ])('does not believe an opt-out of %d: "%s"', (probability, text) => {
    expect(first('opt_out', probability, text)).toBe('feature_inquiry');
  });

  it('believes a refusal that is said, and no guess', () => {
    expect(first('not_interested', 0.5, 'We went with somebody else.')).toBe('not_interested');
    expect(first('not_interested', 0.95, 'Kein Interesse')).toBe('not_interested');
    expect(first('not_interested', 0.7, 'We need it for our construction site.')).toBe('feature_inquiry');
    expect(first('not_interested', 0.9, 'No thanks, just the small one.')).toBe('feature_inquiry');
  });

  it('keeps every reading', () => {
    const guarded = guardRefusal(
      [
        { intent: 'opt_out', probability: 0.4 },
        { intent: 'thanks', probability: 0.2 },
      ],
      'well',
    );
    expect(guarded.map(({ intent }) => intent)).toEqual(['thanks', 'opt_out']);
  });
});
