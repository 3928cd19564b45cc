import fc from 'fast-check';
import {
  CONTENT_LANGUAGES,
  CONTENT_TONES,
  CONTENT_TYPES,
  LlmError,
  type LlmProvider,
  OfflineProvider,
  ScriptedProvider,
} from '../../../../llm/index.js';
import { type Passage } from '../../../../rag/index.js';
import {
  type ContentSketch,
  type InteractionSketch,
  writeContent,
} from '../../../../../test/support/content-material.js';

const CALL: InteractionSketch = {
  at: '2020-02-11T16:10:00Z',
  channel: 'Call',
  topic: 'Prescription Guidelines',
  sentiment: 'Negative',
};
const MILKMAN: ContentSketch = { occupation: 'Milkman', interactions: [CALL] };

const passage = (text: string): Passage => ({
  chunkId: 'chunk-1',
  documentId: 'document-1',
  externalId: null,
  title: 'Prices',
  heading: '',
  source: 'prices.md',
  text,
  start: 0,
  end: text.length,
  score: 1,
  ranks: { keyword: 1, vector: 1 },
});

describe('the offline model’s content', () => {
  it('is built on the customer’s interactions and addresses the person', async () => {
    const { content, subject, claims, model } = await writeContent(MILKMAN);
    expect(content).toMatch(/^Dear Milkman,\n\n/);
    expect(content).toContain('We were in contact by phone on 11 February 2020 about “Prescription Guidelines”.');
    expect(subject).toContain('“Prescription Guidelines”');
    expect(claims).toEqual([
      {
        text: '11 February 2020',
        kind: 'date',
        verdict: 'verified',
        evidence: { kind: 'customer', ref: 'interaction:1' },
      },
    ]);
    expect(model).toMatchObject({ provider: 'offline', degraded: false, promptVersion: 'customer-content-1' });
  });

  it('says the same for the same facts, and not the same to everybody', async () => {
    const texts = await Promise.all(
      ['Milkman', 'Milkman', 'Jedi', 'Baker', 'Lawyer', 'Pirate'].map((occupation) =>
        writeContent({ ...MILKMAN, occupation }).then(
          ({ content, subject }) => `${subject}${content.replace(occupation, '')}`,
        ),
      ),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(new Set(texts).size).toBeGreaterThan(2);
  });

  it('quotes documents that answer, and shows no markers to a customer', async () => {
    const knowledge = {
      passages: [passage('The Team plan costs $39 per seat and month. Backups are kept.')],
      verdict: 'answerable' as const,
      doubts: [],
    };
    const sketch = { name: 'Ana Ruiz', interactions: [{ ...CALL, topic: 'Team Plan Costs' }], knowledge };
    const email = await writeContent(sketch);
    expect(email.content).toContain('The Team plan costs $39 per seat and month.');
    expect(email.content).not.toContain('[');
    expect(email.citations).toMatchObject([
      {
        marker: 1,
        quote: 'The Team plan costs $39 per seat and month.',
        sentence: expect.stringContaining('$39') as string,
      },
    ]);
    expect((await writeContent({ ...sketch, type: 'call_script' })).content).toContain('month [1].');
  });

  it('is flagged for a person where an adverse event is on record', async () => {
    const { content, reviews } = await writeContent({ interactions: [{ ...CALL, topic: 'Adverse Event Report' }] });
    expect(reviews.map(({ reason }) => reason)).toEqual(['adverse_event']);
    expect(content).toContain('please speak to a doctor first');
  });

  it('fits one segment as an SMS in every language', async () => {
    for (const language of CONTENT_LANGUAGES) {
      const { sms } = await writeContent({ ...MILKMAN, type: 'sms', language });
      expect([language, sms]).toEqual([language, expect.objectContaining({ encoding: 'gsm-7', segments: 1 })]);
    }
  });
});

const TOPICS = [
  'Side Effects Discussion',
  'Drug Efficacy',
  'pricing_inquiry',
  'Delivery Times',
  'GDPR Questions',
  'null',
  '',
  null,
];
const interaction = fc.record({
  at: fc
    .date({ min: new Date('2001-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  channel: fc.constantFrom('Email', 'Call', 'Bird', 'Boat', 'Chatbot', 'Post', 'EMAIL', 'N/A', 'Assistant'),
  topic: fc.constantFrom(...TOPICS),
  sentiment: fc.constantFrom('Positive', 'negative', 'Neutral', 'mixed', 'undefined', null),
});
const sketch: fc.Arbitrary<ContentSketch> = fc.record({
  name: fc.constantFrom(
    'Ingrid Solheim',
    'Þórdís Ægisdóttir',
    'Nguyễn Thị Minh Châu',
    'Solheim, Ingrid',
    'undefined',
    'NaN',
    '4711',
    '',
    null,
  ),
  occupation: fc.constantFrom('Milkman', 'pineapple', 'Head of Sales Operations', 'null', '=1+1', null),
  company: fc.constantFrom('Fjordline Logistics', 'null', null),
  stage: fc.constantFrom('Trial', null),
  interactions: fc.array(interaction, { maxLength: 8 }),
  type: fc.constantFrom(...CONTENT_TYPES),
  tone: fc.constantFrom(...CONTENT_TONES),
  language: fc.constantFrom(...CONTENT_LANGUAGES),
  about: fc.constantFrom(null, 'Delivery Times', 'undefined'),
});
const digitsOf = (text: string): string[] => (text.match(/\d+/g) ?? []).map((digits) => String(Number(digits)));
/** Words with a capital behind a small word and a blank: in English nothing but names, and what is quoted. */
const namesIn = (text: string): string[] => text.match(/(?<=\p{Ll} )\p{Lu}[\p{L}’'-]+/gu) ?? [];
const MONTHS = 'January February March April May June July August September October November December'
  .toLowerCase()
  .split(' ');

describe('any customer’s content', () => {
  it('says nothing that is not in the facts, and loses no sentence of the offline model', async () => {
    await fc.assert(
      fc.asyncProperty(sketch, async (facts) => {
        const { content, subject, reviews } = await writeContent(facts);
        const text = `${subject ?? ''}\n${content}`;
        expect(text).not.toMatch(/undefined|\bnull\b|NaN|\{|\}|\[object|4711/i);
        expect(content.trim()).not.toBe('');
        const dates = (facts.interactions ?? []).map(({ at }) => at.slice(0, 10));
        const allowed = new Set([...dates.flatMap(digitsOf), String(dates.length)]);
        expect(digitsOf(text).filter((number) => !allowed.has(number))).toEqual([]);
        const known = [
          facts.name,
          facts.occupation,
          ...(facts.interactions ?? []).flatMap(({ channel, topic }) => [channel, topic]),
        ];
        if (facts.language === 'en') {
          const words = new Set([
            ...known.flatMap((value) => (value ?? '').toLowerCase().split(/[\s,]+/)),
            ...MONTHS,
            'times',
          ]);
          expect(namesIn(text).filter((word) => !words.has(word.toLowerCase()))).toEqual([]);
        }
        expect(reviews.filter(({ reason }) => reason !== 'adverse_event')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('stays whole whatever files hold', async () => {
    const anything = fc.string({ unit: 'binary', maxLength: 80 });
    const wild = fc.record({
      name: anything,
      occupation: anything,
      interactions: fc.array(
        fc.record({ at: fc.constant('2020-01-02T00:00:00Z'), channel: anything, topic: anything }),
        { maxLength: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(wild, async (facts) => {
        const { content } = await writeContent(facts);
        expect(content).toMatch(/team$/);
        expect(content.isWellFormed()).toBe(true);
        expect(
          digitsOf(content).filter(
            (number) => !['2', '2020'].includes(number) && !JSON.stringify(facts).includes(number),
          ),
        ).toEqual([]);
      }),
    );
  });
});

const LIES = [
  'We were in contact by e-mail on 11 February 2020.',
  'You get 40% off this month.',
  'The Team plan costs $12 per seat.',
  'Thank you for our meeting last Tuesday.',
  'Peter Miller will call you tomorrow.',
  'As agreed, your order was shipped.',
  'We have booked a demo for you on 3 March 2027.',
  'Take two tablets of 50 mg twice daily.',
  'The drug is very effective and has no side effects.',
  'You told us that you were unhappy with delivery.',
];
const TRUTH = 'We were in contact by phone on 11 February 2020 about “Prescription Guidelines”.';

describe('a model that lies', () => {
  it.each(LIES)('does not get “%s” into the text', async (lie) => {
    const model = new ScriptedProvider([
      {
        text: `Subject: Your prescription\n\nDear Peter,\n\n${TRUTH} ${lie} Is anything still open?\n\nBest regards,\nPeter Miller`,
      },
    ]);
    const { content, reviews } = await writeContent(MILKMAN, model);
    expect(content).toBe(`Dear Milkman,\n\n${TRUTH} Is anything still open?\n\nKind regards,\nYour customer care team`);
    expect(reviews.map(({ reason }) => reason)).toEqual(['contradiction']);
  });

  it('does not get a lie into the subject either', async () => {
    const model = new ScriptedProvider([{ text: `Subject: 50% off for Peter\n\n${TRUTH}` }]);
    expect((await writeContent(MILKMAN, model)).subject).toBeNull();
  });

  it('is replaced by the last link of the chain when nothing it wrote can stand', async () => {
    const liar = new ScriptedProvider([{ text: LIES.join(' ') }]);
    const offline = new OfflineProvider();
    const chain: LlmProvider = {
      name: 'chain',
      model: 'chain',
      stream: (request, signal) => (request.lastResort === true ? offline : liar).stream(request, signal),
    };
    const { content, model } = await writeContent(MILKMAN, chain);
    expect(content).toContain(TRUTH);
    expect(model).toMatchObject({ provider: 'offline', degraded: true, degradedReason: 'unsupported_output' });
  });

  it('lets a fault of the model through as such', async () => {
    const broken = new ScriptedProvider([{ error: new LlmError('http_500', { retryable: true }) }]);
    await expect(writeContent(MILKMAN, broken)).rejects.toThrow(LlmError);
  });
});
