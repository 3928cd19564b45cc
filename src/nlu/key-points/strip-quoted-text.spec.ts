import fc from 'fast-check';
import { stripQuotedText } from './strip-quoted-text.js';

const strip = (...lines: string[]): string => stripQuotedText(lines.join('\n')).trim();

describe('stripQuotedText', () => {
  it.each([
    ['quoted lines', ['> What do you think?', 'We take it.', '> Regards'], 'We take it.'],
    [
      'what stands below "On … wrote:"',
      ['We take it.', 'On Tue, 3 Mar 2026, Dana wrote:', 'Is it for you?'],
      'We take it.',
    ],
    [
      'the same over two lines',
      ['We take it.', 'On Tue, 3 Mar 2026 at 10:01,', 'Dana <d@x.com> wrote:', 'Well?'],
      'We take it.',
    ],
    ['the same in German', ['Wir nehmen es.', 'Am 3.3.2026 um 10:01 schrieb Dana:', 'Und?'], 'Wir nehmen es.'],
    ['an original message', ['We take it.', '-----Original Message-----', 'Well?'], 'We take it.'],
    ['the head of a forwarded mail', ['From: Dana', 'Sent: Monday', 'Subject: Offer', 'Too dear?'], 'Too dear?'],
    ['a signature', ['We take it.', '--', 'Dana Whitfield', 'Head of Sales'], 'We take it.'],
    ['a sign-off with name and title', ['We take it.', 'Best regards,', 'Dana', '+49 30 1234567'], 'We take it.'],
    ['where it was sent from', ['We take it.', 'Sent from my phone'], 'We take it.'],
    ['code', ['It fails:', '```', 'const broken = 1;', '```', 'Why?'], 'It fails:\nWhy?'],
  ])('drops %s', (_what, lines, expected) => {
    expect(strip(...lines)).toBe(expected);
  });

  it('keeps thanks that a question follows, one line that looks like a head, and a message of nothing but quotes', () => {
    expect(strip('Thanks!', 'What does it cost?')).toBe('Thanks!\nWhat does it cost?');
    expect(strip('Subject: pricing', 'What does it cost?')).toBe('Subject: pricing\nWhat does it cost?');
    expect(strip('> What does it cost?')).toBe('> What does it cost?');
  });

  it('never makes up a line, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('> a', 'b', '--', '```', 'Best,', 'To: x', 'On 1 May A wrote:', '😀')),
        (lines) => {
          for (const line of stripQuotedText(lines.join('\n')).split('\n')) expect(['', ...lines]).toContain(line);
        },
      ),
    );
  });
});
