import { namePlans } from './name-plans.js';

const lexicon = { entries: [{ type: 'plan' as const, value: 'Crew', aliases: [] }] };
const name = (text: string): string => namePlans(text, new Date('2026-03-06T09:00:00Z'), lexicon);

describe('namePlans', () => {
  it.each([
    ['How much is Crew per seat for 60 people?', 'How much is the Crew plan per seat for 60 people?'],
    ['What does the Crew plan cost?', 'What does the Crew plan cost?'],
    ['What does the Crew cost?', 'What does the Crew plan cost?'],
    ['What does it cost?', 'What does it cost?'],
  ])('reads %j', (asked, named) => {
    expect(name(asked)).toBe(named);
  });
});
