import { type PassageFact } from '../../llm.port.js';
import { type WantedFigure } from './choose-wanted-figure.js';
import { SAMPLE_PASSAGES, salesFacts } from '../../../../test/support/sales-facts.js';
import { findUnansweredNames } from './find-unanswered-names.js';
import { selectSentences } from './select-sentences.js';
import { weighQuestions } from './weigh-questions.js';

const select = (words: string[], passages: PassageFact[], wanted: WantedFigure, size: number | null = null) =>
  selectSentences(
    {
      text: '',
      weights: new Map(words.map((word) => [word, 1])),
      wanted,
      size,
      plans: [],
      rivals: [],
      places: [],
      implied: new Set<string>(),
      borrowed: new Set<string>(),
      unknownShare: 1,
      wantsKinds: { comparison: false, story: false },
    },
    passages,
  );

describe('selectSentences', () => {
  it('prefers the sentence with the figure that was asked for', () => {
    const { sentences } = select(['onboard'], SAMPLE_PASSAGES, 'duration');
    expect(sentences[0]).toEqual({ marker: 4, text: 'A typical onboarding takes two weeks.' });
  });

  it('matches words that mean the same, and says how much of the question it met', () => {
    const { sentences, coverage } = select(['cost', 'growth'], SAMPLE_PASSAGES, 'money');
    expect(sentences[0]?.text).toContain('Growth: price');
    expect(coverage).toBeGreaterThan(0.7);
    expect(select(['helicopt', 'growth'], SAMPLE_PASSAGES, null).coverage).toBeLessThan(0.6);
  });

  it('keeps to a few sentences, in reading order', () => {
    const { sentences } = select(['price', 'seat', 'plan', 'data', 'connector'], SAMPLE_PASSAGES, null);
    expect(sentences.length).toBeLessThanOrEqual(5);
    const rows = sentences
      .filter(({ marker }) => marker === 1)
      .map(({ text }) => SAMPLE_PASSAGES[0]?.text.indexOf(text.slice(0, 6)));
    expect(rows).toEqual([...rows].sort((a, b) => Number(a) - Number(b)));
  });

  it('finds nothing where there is nothing', () => {
    expect(select(['price'], [], null)).toEqual({ sentences: [], coverage: 0, share: 1 });
    expect(select([], SAMPLE_PASSAGES, null)).toEqual({ sentences: [], coverage: 0, share: 1 });
    expect(select(['helicopt'], SAMPLE_PASSAGES, null)).toEqual({ sentences: [], coverage: 0, share: 1 });
  });
});

describe('weighQuestions', () => {
  const weigh = (message: string, history: { sender: 'prospect' | 'agent'; content: string }[] = []) =>
    weighQuestions(salesFacts(message, { history }), { intent: 'feature_inquiry', settled: [], unknown: [] }).map(
      ({ weights }) => weights,
    );

  it('counts a question more than what leads up to it', () => {
    const [weights] = weigh('We sell bicycles. What does onboarding cost?');
    expect(weights?.get('onboard')).toBe(1);
    expect(weights?.get('bicycl')).toBeLessThan(0.5);
  });

  it('separates two questions of one sentence', () => {
    expect(weigh('What does it cost and is there a trial?').map((weights) => [...weights.keys()])).toEqual([
      ['cost', 'price'],
      ['trial'],
    ]);
  });

  it('reads a clause that points back together with the one before it', () => {
    const [, second] = weigh('Is our data encrypted, and is it stored in the EU?');
    expect([...(second?.keys() ?? [])]).toEqual(['store', 'eu', 'data', 'encrypt']);
  });

  it('asks nothing about a plan that does not exist', () => {
    const facts = salesFacts('What does the Ultra plan cost and is there a trial?');
    const questions = weighQuestions(facts, { intent: 'pricing_inquiry', settled: [], unknown: ['Ultra'] });
    expect(questions.map(({ text }) => text)).toEqual(['is there a trial?']);
  });

  it('knows what kind of figure each question is after', () => {
    const facts = salesFacts('How long does onboarding take, and what does training cost?');
    const questions = weighQuestions(facts, { intent: 'onboarding_inquiry', settled: [], unknown: [] });
    expect(questions.map(({ wanted }) => wanted)).toEqual(['duration', 'money']);
  });

  it('takes support for a verb where it is one', () => {
    expect([...(weigh('Do you support webhooks?')[0]?.keys() ?? [])]).toEqual(['webhook']);
    expect([...(weigh('Is support included?')[0]?.keys() ?? [])]).toContain('support');
  });

  it('borrows from the prospect, not from us, when the message is short', () => {
    const history = [
      { sender: 'prospect' as const, content: 'Tell me about encryption' },
      { sender: 'agent' as const, content: 'Backups are kept' },
    ];
    expect([...(weigh('And in transit?', history)[0]?.keys() ?? [])]).toEqual(['transit', 'encrypt']);
  });
});

describe('findUnansweredNames', () => {
  const find = (message: string, company: string | null = null): string[] =>
    findUnansweredNames(
      salesFacts(message, { prospect: { name: null, company, occupation: null, stage: null } }),
      SAMPLE_PASSAGES,
    ).map(({ name }) => name);

  it('finds names behind the words that ask for them, and acronyms', () => {
    expect(find('Does it work with Zendesk, or via SAML?')).toEqual(['Zendesk', 'SAML']);
  });

  it('leaves out what the passages name and the prospect’s own company', () => {
    expect(find('Does it work with Salesforce and SOC 2?')).toEqual([]);
    expect(find('How would it work with Brightwell?', 'Brightwell Ltd')).toEqual([]);
  });

  it.each(['What does the Ultra plan cost?', 'what is in the ultra plan?', 'Is there an ultra tier?'])(
    'misses the plan in "%s"',
    (message) => {
      expect(find(message).map((name) => name.toLowerCase())).toEqual(['ultra']);
    },
  );

  it.each([
    'What does the Growth plan cost?',
    'is sso in the enterprise plan?',
    'Which plan is the cheapest plan for us?',
    'Do you have an annual plan or a free plan?',
    'Can your migration plan wait until Monday or March?',
    'Hello Bob, I am Jane from Acme. Is there a trial?',
    'Could the CEO get this ASAP?',
  ])('misses nothing in "%s"', (message) => {
    expect(find(message)).toEqual([]);
  });

  it('finds a place and a small name too', () => {
    expect(find('Can our data be kept in Canada?')).toEqual(['Canada']);
    expect(find('can it integrate with sharepoint?')).toEqual(['sharepoint']);
  });

  it('hears no names in shouting', () => {
    expect(find('WHY IS THIS SO EXPENSIVE?')).toEqual([]);
  });
});
