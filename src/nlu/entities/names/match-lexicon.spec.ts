import fc from 'fast-check';
import { type Lexicon } from '../../message-analysis.js';
import { splitWords } from '../../split-words.js';
import { matchLexicon } from './match-lexicon.js';

const lexicon: Lexicon = {
  entries: [
    ...['Starter', 'Team', 'Growth', 'Enterprise'].map((value) => ({ type: 'plan' as const, value, aliases: [] })),
    { type: 'integration', value: 'HubSpot', aliases: [] },
    { type: 'competitor', value: 'Outreach', aliases: [] },
    { type: 'company', value: 'Harrow & Finch Ltd', aliases: [] },
  ],
};

function match(text: string): string[] {
  return matchLexicon(text, splitWords(text), lexicon).map((entity) => `${entity.value} <${entity.text}>`);
}

describe('matchLexicon', () => {
  it.each([
    ['the Team plan', 'Team <Team>'],
    ['does the growth tier include it', 'Growth <growth>'],
    ['How much is team?', 'Team <team>'],
    ['we would take Growth', 'Growth <Growth>'],
    ["STARTER's price", 'Starter <STARTER>'],
    ['how much is entreprise?', 'Enterprise <entreprise>'],
    ['the starterr plan', 'Starter <starterr>'],
    ['the Enter\u200bprise plan', 'Enterprise <Enter\u200bprise>'],
    ['hubspot', 'HubSpot <hubspot>'],
    ['we use hub-spot', 'HubSpot <hub-spot>'],
    ['we use Hub Spot', 'HubSpot <Hub Spot>'],
    ['you or Outreach?', 'Outreach <Outreach>'],
    ['harrow and finch', 'Harrow & Finch Ltd <harrow and finch>'],
  ])('finds the name in "%s"', (text, expected) => {
    expect(match(text)).toEqual([expected]);
  });

  it.each([
    'our team',
    'how much for our team?',
    'Our Team is small',
    'a team of 12, what does it cost?',
    'we expect growth this year',
    'we started last week, how much to get started?',
    'outreach to customers',
    'large enterprises',
    'narrow and finch',
    'THIS IS ABOUT THE TEAM AND THE GROWTH OF ALL',
  ])('takes the words of "%s" for what they are', (text) => {
    expect(match(text)).toEqual([]);
  });

  it('finds any plan with one slip inside its name right before "plan", and none behind "our" alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.constantFrom('b', 'k', 'q', 'x', 'z'), (at, letter) => {
        const slip = `enterprise`.slice(0, at) + letter + 'enterprise'.slice(at + 1);
        expect(match(`the ${slip} plan`)).toEqual([`Enterprise <${slip}>`]);
        expect(match(`our ${slip} is here`)).toEqual([]);
      }),
    );
  });

  it('hands out what stands at the offsets, whatever the text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(' team ', 'Team', ' plan', '\u200b', 'hub ', 'spot', "'s", '-', 'İ', 'how much is '),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 15 }), (parts) => {
        const text = parts.join('');
        for (const { start, end, text: found } of matchLexicon(text, splitWords(text), lexicon))
          expect(text.slice(start, end)).toBe(found);
      }),
      { numRuns: 300 },
    );
  });

  it('finds one of ten thousand names', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) => ({
      type: 'company' as const,
      value: `The Norlund ${at.toString(36)}x Works`,
      aliases: [],
    }));
    const text = 'the norlund 7prx works and the others';
    expect(matchLexicon(text, splitWords(text), { entries })).toMatchObject([{ value: 'The Norlund 7prx Works' }]);
  });
});
