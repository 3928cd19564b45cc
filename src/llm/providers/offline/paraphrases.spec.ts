import { findParaphrases, readParaphrases } from './paraphrases.js';

describe('readParaphrases', () => {
  it.each([
    ['What happens when somebody has broken into your systems?', 'security breach confirmed informed'],
    ['Does it work with no reception?', 'offline'],
    ['Can we take our data with us?', 'data export after cancellation'],
    ['How soon would we be up and running?', 'onboarding implementation live'],
  ])('finds the words of documents behind %j', (text, words) => {
    expect(readParaphrases(text)).toContain(words);
  });

  it('prefers a phrase to the shorter one inside it', () => {
    expect(findParaphrases('Do you let ethical hackers in?')).toEqual([
      { concept: 'penetration test', said: 'ethical hackers' },
    ]);
  });

  it('leaves what is said in the words of documents alone', () => {
    expect(readParaphrases('What does the contract say?')).toEqual([]);
  });
});
