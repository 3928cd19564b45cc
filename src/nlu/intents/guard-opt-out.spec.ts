import { guardOptOut } from './guard-opt-out.js';

const first = (probability: number, text: string): string | undefined =>
  guardOptOut(
    [
      { intent: 'opt_out', probability },
      { intent: 'security_compliance', probability: 0.1 },
    ],
    text,
  )[0]?.intent;

describe('guardOptOut', () => {
  it('believes what is likely, and what is said in so many words', () => {
    expect(first(0.9, 'Bitte keine Werbung mehr')).toBe('opt_out');
    expect(first(0.3, 'Thanks, but please stop calling')).toBe('opt_out');
    expect(first(0.3, 'Could you remove me from the list?')).toBe('opt_out');
  });

  it('does not believe a guess', () => {
    expect(first(0.45, 'How do I get my data out when I leave?')).toBe('security_compliance');
  });

  it.each([
    'How do customers unsubscribe from newsletters in your tool?',
    'Can contacts opt out of recording?',
    'How do I delete users?',
  ])('takes "%s" for a question about the product', (text) => {
    expect(first(0.95, text)).toBe('security_compliance');
  });

  it('keeps every reading', () => {
    const scores = [
      { intent: 'opt_out' as const, probability: 0.4 },
      { intent: 'thanks' as const, probability: 0.2 },
    ];
    const guarded = guardOptOut(scores, 'well');
    expect(guarded.map(({ intent }) => intent).sort()).toEqual(['opt_out', 'thanks']);
    expect(guarded[0]?.intent).toBe('thanks');
  });
});
