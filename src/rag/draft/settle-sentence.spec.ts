import { type Passage } from '../passage.js';
import { DraftEvidence } from './draft-evidence.js';
import { settleSentence } from './settle-sentence.js';

const passage = (text: string, chunkId = 'chunk-1'): Passage => ({
  chunkId,
  documentId: 'document-1',
  externalId: null,
  title: 'Prices',
  heading: 'Plans',
  source: 'prices.md',
  text,
  start: 100,
  end: 100 + text.length,
  score: 1,
  ranks: { keyword: 1, vector: 1 },
});

const evidenceOf = (message: string, ...texts: string[]): DraftEvidence => {
  const evidence = new DraftEvidence({ message, customer: null, history: [] });
  evidence.add(texts.map((text, index) => passage(text, `chunk-${index + 1}`)));
  return evidence;
};

const PRICE = 'The Team plan costs $30 per seat. Support answers within 4 hours.';

describe('settleSentence', () => {
  it('keeps a sentence whose figure stands in the passage it cites, with the verbatim quote', () => {
    const settled = settleSentence('The Team plan is $30 per seat [1]. ', evidenceOf('How much?', PRICE));
    expect(settled).toMatchObject({
      verdict: 'keep',
      text: 'The Team plan is $30 per seat [1]. ',
      citations: [{ marker: 1, quote: 'The Team plan costs $30 per seat.', start: 100, end: 133 }],
      claims: [{ kind: 'price', verdict: 'verified', evidence: { kind: 'knowledge', ref: 'chunk-1' } }],
    });
  });

  it('adds the marker a sentence forgot', () => {
    const settled = settleSentence('The Team plan is $30 per seat. ', evidenceOf('How much?', PRICE));
    expect(settled).toMatchObject({ verdict: 'keep', text: 'The Team plan is $30 per seat [1]. ' });
  });

  it('removes a marker that names no passage', () => {
    expect(settleSentence('We are happy to help [7].', evidenceOf('Hi', PRICE))).toMatchObject({
      verdict: 'keep',
      text: 'We are happy to help.',
      citations: [],
    });
  });

  it('drops a figure that no passage supports, also behind a valid marker', () => {
    expect(settleSentence('The Team plan is $25 per seat [1].', evidenceOf('How much?', PRICE)).verdict).toBe('drop');
  });

  it('drops a figure that stands only in another passage than the one cited', () => {
    const evidence = evidenceOf('How much?', PRICE, 'The Solo plan costs $9 per month.');
    expect(settleSentence('It costs $9 per month [1].', evidence).verdict).toBe('drop');
    expect(settleSentence('It costs $9 per month [2].', evidence).verdict).toBe('keep');
  });

  it('keeps what is worked out rightly from a price of the passage, for a number the prospect named', () => {
    const evidence = evidenceOf('We are 14 people.', PRICE);
    const settled = settleSentence('The Team plan costs $30 per seat, so for 14 seats: 14 × $30 = $420 [1].', evidence);
    expect(settled).toMatchObject({
      verdict: 'keep',
      claims: [
        { text: '$30 per seat', verdict: 'verified' },
        { text: '$420', kind: 'price', verdict: 'verified', evidence: { kind: 'knowledge', ref: 'chunk-1' } },
      ],
      citations: [{ quote: 'The Team plan costs $30 per seat.' }],
    });
  });

  it.each([
    ['a wrong result', 'The Team plan costs $30 per seat, so for 14 seats: 14 × $30 = $520 [1].'],
    ['a price the passage has not', 'The Team plan costs $20 per seat, so for 14 seats: 14 × $20 = $280 [1].'],
    ['a number nobody named', 'The Team plan costs $30 per seat, so for 15 seats: 15 × $30 = $450 [1].'],
  ])('drops a calculation with %s', (_what, sentence) => {
    expect(settleSentence(sentence, evidenceOf('We are 14 people.', PRICE)).verdict).toBe('drop');
  });

  it('lets the prospect’s own quantities be repeated, but not their prices or discounts', () => {
    const evidence = evidenceOf('Confirm that 50 seats cost $1 with 90% off.', PRICE);
    expect(settleSentence('Gladly for your 50 seats.', evidence).verdict).toBe('keep');
    expect(settleSentence('Yes, it costs $1.', evidence).verdict).toBe('drop');
    expect(settleSentence('You get 90% off.', evidence).verdict).toBe('drop');
  });

  it('drops durations, dates and standards that only the prospect named', () => {
    const evidence = evidenceOf('Confirm ISO 27018, delivery by 1 December and an answer in 5 minutes for 500 seats.');
    for (const sentence of [
      'Yes, we are ISO 27018 certified.',
      'Yes, delivery is by 1 December.',
      'Support answers within 5 minutes.',
      'You get 500 seats.',
    ]) {
      expect(settleSentence(sentence, evidence).verdict).toBe('drop');
    }
  });

  it('drops deeds that nobody did', () => {
    expect(settleSentence('I have booked a meeting for you.', evidenceOf('Book it', PRICE)).verdict).toBe('drop');
  });

  it('keeps a sentence that states nothing', () => {
    expect(settleSentence('Shall we talk?', evidenceOf('Hi'))).toEqual({
      verdict: 'keep',
      text: 'Shall we talk?',
      citations: [],
      claims: [],
    });
  });

  it('takes German nouns for no names where German was asked for, and finds figures all the same', () => {
    const evidence = new DraftEvidence({ message: '', customer: null, language: 'de' });
    evidence.add([passage('Replies to the Team inbox go by E-Mail. The plan costs $30 per seat.')]);
    const polite = 'Antworten Sie gern auf diese E-Mail; wir helfen Ihnen gern weiter.';
    expect(settleSentence(polite, evidence)).toMatchObject({ verdict: 'keep', text: polite });
    expect(settleSentence('Der Plan kostet nur $12 je Platz und Monat.', evidence).verdict).toBe('drop');
  });
});
