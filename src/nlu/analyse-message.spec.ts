import fc from 'fast-check';
import { analyseMessage } from './analyse-message.js';
import { type MessageAnalysis } from './message-analysis.js';

const now = new Date('2026-11-20T09:00:00Z');
const analyse = (text: string): MessageAnalysis => analyseMessage(text, { now });

describe('analyseMessage', () => {
  it('understands a first enquiry', () => {
    const lexicon = { entries: [{ type: 'plan' as const, value: 'enterprise', aliases: [] }] };
    const text = 'Hi, how much is the Enterprise plan for 50 seats? We need it by next Friday.';
    const analysis = analyseMessage(text, { now, lexicon });
    expect(analysis).toMatchObject({
      language: 'en',
      entities: [
        { type: 'plan', value: 'enterprise', text: 'Enterprise', start: 20, end: 30 },
        { type: 'quantity', value: '50' },
        { type: 'date', value: '2026-11-27' },
      ],
      sentiment: { label: 'neutral' },
      keyPoints: ['Hi, how much is the Enterprise plan for 50 seats?', 'We need it by next Friday.'],
      actionRequired: true,
    });
    expect(analysis.intents[0]?.intent).toBe('pricing_inquiry');
  });

  it("reads a short follow-up in the light of the prospect's previous message, not of the agent's", () => {
    const history = [
      { sender: 'prospect', content: 'What does the Business plan cost for 20 users?' },
      { sender: 'agent', content: 'Would you like a demo?' },
    ];
    const [top] = analyseMessage('And for 200?', { now, history }).intents;
    expect(top?.intent).toBe('pricing_inquiry');
    expect(analyse('And for 200?').intents[0]?.intent).toBe('out_of_scope');
  });

  it.each(['', ' ', '\0', '😀👍🏽', '\ud800\udc00\ud800', '\u202e\u200b', '？'])('has an answer for %j', (text) => {
    const analysis = analyse(text);
    expect(analysis.intents.length).toBeGreaterThan(0);
    expect(analysis.entities).toEqual([]);
  });

  it('says the same of the same message every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(analyse(text)).toEqual(analyse(text));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['one long word', 'a'.repeat(100_000)],
    ['digits', '1'.repeat(100_000)],
    ['grouped digits', '1,'.repeat(50_000)],
    ['half telephone numbers', '(0'.repeat(50_000)],
    ['half addresses', 'a@a.'.repeat(25_000)],
    ['cue words', 'how much '.repeat(11_000)],
    ['stacked marks', `e${'\u0301\u0323'.repeat(50_000)}`],
    ['apostrophes', "a'".repeat(50_000)],
    ['blanks', ' '.repeat(100_000)],
    ['question marks', '?'.repeat(100_000)],
    ['amounts', '$1,000,000'.repeat(10_000)],
    ['emoji', '😀'.repeat(50_000)],
    ['half dates', 'in a '.repeat(20_000)],
  ])('does not choke on 100,000 characters of %s', (_what, text) => {
    // Quadratic work would take minutes and run into the limit of every test.
    expect(analyse(text).intents.length).toBeGreaterThan(0);
  });
});
