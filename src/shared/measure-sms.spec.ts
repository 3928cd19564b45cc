import { measureSms } from './measure-sms.js';

describe('measureSms', () => {
  it.each([
    ['', 'gsm-7', 0, 1],
    ['Hello!', 'gsm-7', 6, 1],
    ['x'.repeat(160), 'gsm-7', 160, 1],
    ['x'.repeat(161), 'gsm-7', 161, 2],
    ['x'.repeat(307), 'gsm-7', 307, 3],
    ['5 €', 'gsm-7', 4, 1],
    ['Grüße, señor', 'gsm-7', 12, 1],
    ['Þórdís', 'ucs-2', 6, 1],
    ['“quoted”', 'ucs-2', 8, 1],
    ['é'.repeat(70), 'gsm-7', 70, 1],
    ['ê'.repeat(71), 'ucs-2', 71, 2],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
  ])('measures %j', (text, encoding, units, segments) => {
    expect(measureSms(text)).toEqual({ encoding, units, segments });
  });

  it('does not tear a character at the end of a segment', () => {
    // 33 emoji take 66 of 67 units; the next one needs a segment of its own.
    expect(measureSms('😀'.repeat(36)).segments).toBe(2);
    expect(measureSms(`${'x'.repeat(152)}€${'x'.repeat(100)}€${'x'.repeat(51)}`).segments).toBe(3);
  });
});
