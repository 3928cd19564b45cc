import { splitWords } from '../split-words.js';
import { indexCues, matchCues, readCue } from './match-cues.js';

function matches(phrase: string, text: string): boolean {
  return matchCues(splitWords(text), indexCues([readCue(phrase, 'label', 1)])).size > 0;
}

describe('the language of cue phrases', () => {
  it.each([
    ['price list', 'our Price list, please', true],
    ['price list', 'the price of the list', false],
    ['cost|fee per seat', 'a fee per seat', true],
    ['integrat*', 'Integrations?', true],
    ['integrat*', 'disintegrate', false],
    ['how ... cost', 'how much would it cost', true],
    ['how ... cost', 'how one two three four five cost', false],
    ['go_ahead|proceed with', 'we go ahead with it', true],
    ['go_ahead|proceed with', 'we proceed with it', true],
    ['go_ahead|proceed with', 'we go with it', false],
    ['how ... go_live|start', 'how soon can we go live', true],
  ])('%s in "%s": %s', (phrase, text, expected) => {
    expect(matches(phrase, text)).toBe(expected);
  });

  it('counts a cue once, however often it occurs', () => {
    const index = indexCues([readCue('demo', 'a', 1), readCue('trial', 'b', 1)]);
    expect([...matchCues(splitWords('demo demo trial demo'), index)].map(({ label }) => label)).toEqual(['a', 'b']);
  });
});
