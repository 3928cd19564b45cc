import { findContradictions } from './find-contradictions.js';

const passages = (...texts: string[]) =>
  texts.map((text, index) => ({ chunkId: `chunk-${index + 1}`, title: `Page ${index + 1}`, heading: '', text }));
const conflicts = (...texts: string[]) =>
  findContradictions(passages(...texts)).map(([one, other]) => `${one.text} <> ${other.text}`);

describe('findContradictions', () => {
  it('lists figures that say different things of the same, with their places', () => {
    const texts = ['The Team plan costs $39 per seat per month.', 'Our Team plan costs $42 per seat per month.'];
    const [[one, other] = []] = findContradictions(passages(...texts));
    expect(one).toMatchObject({ marker: 1, chunkId: 'chunk-1', sentence: texts[0], text: '$39 per seat per month' });
    expect(other).toMatchObject({ marker: 2, chunkId: 'chunk-2', text: '$42 per seat per month' });
    expect(texts[1]?.slice(other?.start, other?.end)).toBe('$42 per seat per month');
  });

  it('compares a table row with a sentence', () => {
    const table = '| Plan | Price per seat | Uptime |\n|---|---|---|\n| Team | $39 per month | 99.9% |';
    expect(conflicts(table, 'The Team plan has an uptime of 99.5%.')).toEqual(['99.9% <> 99.5%']);
  });

  it.each([
    ['other plans', 'The Team plan costs $39 per month.', 'The Solo plan costs $19 per month.'],
    ['other periods', 'The Team plan costs $39 per month.', 'The Team plan costs $390 per year.'],
    ['other billing', 'The Team plan billed monthly costs $47.', 'The Team plan billed yearly costs $39.'],
    ['old prices', 'The Team plan costs $42 per month.', 'Until 31 March the Team plan costs $39 per month.'],
    ['other terms', 'For 5 seats the Team plan costs $195.', 'For 10 seats the Team plan costs $390.'],
    ['the same in other units', 'Team exports are kept for 24 hours.', 'Team exports are kept for one day.'],
    ['other things', 'Team backups are kept for 35 days.', 'Team call recordings are kept for 180 days.'],
  ])('is silent about %s', (_, one, other) => {
    expect(conflicts(one, other)).toEqual([]);
  });
});
