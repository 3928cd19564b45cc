import fc from 'fast-check';
import { checkClaims } from './check-claims.js';

const verdicts = (sentence: string, ...texts: string[]) =>
  checkClaims(
    sentence,
    texts.map((text, i) => ({ kind: 'knowledge' as const, ref: `doc-${i}`, text })),
  ).map(({ text, kind, verdict }) => `${kind} ${text}: ${verdict}`);

describe('checkClaims', () => {
  it('verifies a price however it is written', () => {
    for (const stated of ['$49', 'USD 49', '49 USD', '49 dollars', '$49.00', 'US$49']) {
      expect(verdicts('It costs $49.', `The price is ${stated}.`)).toEqual(['price $49: verified']);
    }
    expect(verdicts('It costs $3,200 per month.', 'It comes to 3200 USD a month.')).toEqual([
      'price $3,200 per month: verified',
    ]);
    expect(verdicts('That is $1.5k.', 'That is $1,500.')).toEqual(['price $1.5k: verified']);
  });

  it('does not take another amount, currency or period for the same price', () => {
    expect(verdicts('It costs $59.', 'It costs $49.')).toEqual(['price $59: contradicted']);
    expect(verdicts('It costs €49.', 'It costs $49.')).toEqual(['price €49: unsupported']);
    expect(verdicts('It costs $49 per year.', 'It costs $49 per seat per month.')).toEqual([
      'price $49 per year: unsupported',
    ]);
  });

  it('names the evidence that proves a figure', () => {
    expect(checkClaims('It costs $49.', [{ kind: 'knowledge', ref: 'doc-7', text: '$49' }])).toEqual([
      { text: '$49', kind: 'price', verdict: 'verified', evidence: { kind: 'knowledge', ref: 'doc-7' } },
    ]);
  });

  it('tells percentages and durations from plain numbers', () => {
    expect(verdicts('Uptime is 99.95 percent.', 'We commit to 99.95% uptime.')).toEqual([
      'percent 99.95 percent: verified',
    ]);
    expect(verdicts('You get 20% off.', 'For 20 seats or more.')).toEqual(['percent 20%: unsupported']);
    expect(verdicts('Within 24 hours.', 'It takes one day.')).toEqual(['quantity 24 hours: verified']);
    expect(verdicts('A 30-day trial.', 'The trial lasts 14 days.')).toEqual(['quantity 30-day: contradicted']);
    expect(verdicts('Within 5 days.', 'Within 5 business days.')).toEqual(['quantity 5 days: unsupported']);
  });

  it('compares what is counted', () => {
    expect(verdicts('It has 34 integrations.', 'It has 34 ready-made integrations.')).toEqual([
      'quantity 34 integrations: verified',
    ]);
    expect(verdicts('It has 34 ready-made links.', 'It has 34 links.')).toEqual(['quantity 34 ready: verified']);
    expect(verdicts('It has 50 seats.', 'Up to 50 users.')).toEqual(['quantity 50 seats: verified']);
    expect(verdicts('It has 50 offices.', 'Up to 50 users.')).toEqual(['quantity 50 offices: unsupported']);
  });

  it('takes the unit of a table cell from its column', () => {
    const table = '| Plan | Price in USD |\n|---|---|\n| Team | 39 |';
    expect(verdicts('Team costs $39.', table)).toEqual(['price $39: verified']);
  });

  it('reads dates in words and digits', () => {
    expect(verdicts('It starts on March 3, 2027.', 'From 2027-03-03 on.')).toEqual(['date March 3, 2027: verified']);
    expect(verdicts('It starts in March 2027.', 'From 3 March 2027 on.')).toEqual(['date March 2027: verified']);
    expect(verdicts('It starts on 4 March 2027.', 'From March 2027 on.')).toEqual(['date 4 March 2027: contradicted']);
    expect(verdicts('You may 5 times try.', 'Nothing.')).toEqual(['quantity 5 times: unsupported']);
  });

  it('checks named standards with their name', () => {
    expect(verdicts('Certified to ISO 27001 and SOC 2.', 'ISO 27001 certified, SOC 2 Type II.')).toEqual([
      'policy ISO 27001: verified',
      'policy SOC 2: verified',
    ]);
    expect(verdicts('Certified to ISO 27018.', 'ISO 27001 certified.')).toEqual(['policy ISO 27018: unsupported']);
  });

  it('leaves citation markers, list numbers, addresses and known links alone', () => {
    expect(verdicts('1. See [2], write to a1@example.com.', '')).toEqual([]);
    expect(verdicts('See https://example.com/24.', 'At https://example.com/24 it says so.')).toEqual([
      'policy https://example.com/24: verified',
    ]);
  });

  it('never believes that something was done', () => {
    for (const sentence of [
      'I have booked a demo.',
      'I’ve already sent the contract.',
      'I just updated your record.',
      'Your call has been scheduled.',
      'We have now cancelled it.',
    ]) {
      expect(checkClaims(sentence, [])).toMatchObject([{ kind: 'action', verdict: 'unsupported', evidence: null }]);
    }
  });

  it('lets pass what will, can or could not be done, and what the documents say was done', () => {
    for (const sentence of ['I will send it.', 'I can book a demo.', 'I have not sent it.', 'Have you booked it?']) {
      expect(checkClaims(sentence, [])).toEqual([]);
    }
    expect(verdicts('The audit log has been extended.', 'The audit log has been extended in spring.')).toEqual([
      'action has been extended: verified',
    ]);
  });

  it('verifies whatever the evidence says word for word', () => {
    const unit = fc.constantFrom(' seats', '%', ' USD', ' days', ' GB', '', ' per seat');
    const sign = fc.constantFrom('', '$', '€');
    const figure = fc.tuple(sign, fc.integer({ min: 0, max: 9_999_999 }), unit).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 5 }), (figures) => {
        const sentence = `It says ${figures.join(', and ')}.`;
        const claims = checkClaims(sentence, [{ kind: 'customer', ref: 'c', text: sentence }]);
        expect(claims.map(({ verdict }) => verdict)).toEqual(claims.map(() => 'verified'));
        expect(claims.length).toBeGreaterThanOrEqual(figures.length);
        for (const { text } of claims) expect(sentence).toContain(text);
      }),
    );
  });

  it('takes linear time on hostile texts', () => {
    for (const text of [
      '1,'.repeat(200_000),
      '1 '.repeat(50_000),
      '$'.repeat(400_000),
      'x'.repeat(400_000),
      ' '.repeat(400_000),
      'AB'.repeat(200_000),
      'I have just '.repeat(50_000),
      'may '.repeat(90_000),
      'your demo '.repeat(40_000),
      'forty-nine '.repeat(40_000),
      'half the '.repeat(40_000),
      'free of '.repeat(40_000),
      'free '.repeat(40_000),
      'ISO '.repeat(40_000),
      'https://a.'.repeat(40_000),
      'a.'.repeat(200_000),
      'Your x is booked. '.repeat(5_000),
      '٤'.repeat(200_000),
      '𝟒'.repeat(100_000),
      '\n'.repeat(200_000),
    ]) {
      const startedAt = performance.now();
      checkClaims(text, []);
      // Well under a second when linear, minutes when it is not: the bound is far from both.
      expect(performance.now() - startedAt).toBeLessThan(15_000);
    }
  });
});
