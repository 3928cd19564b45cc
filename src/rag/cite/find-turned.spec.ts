import { checkClaims, type ClaimEvidence } from './check-claims.js';

const TEXT = `Plans
The Solo plan and the Group plan are billed yearly or monthly. Group contracts run for a whole calendar year. Solo and Group
customers choose their own language. The Factory plan adds single sign-on and audit exports. Factory is invoiced yearly in advance
and paid by transfer. Data is never moved between the two sites. The report is renewed every year in May. Monthly subscriptions
go on from month to month. Call recording is part of the Factory plan only. Notes are included in every plan. Seats and rooms are
charged in US dollars.`;
const EVIDENCE: readonly ClaimEvidence[] = [{ kind: 'knowledge', ref: 'plans', text: TEXT }];

const isCaught = (sentence: string): boolean =>
  checkClaims(sentence, EVIDENCE).some(({ verdict }) => verdict !== 'verified');

describe('a sentence that turns a fact of its passage', () => {
  it.each([
    'Solo is invoiced yearly in advance and paid by transfer.',
    'Single sign-on and audit exports come with the Group plan.',
    'Data is moved between the two sites.',
    'The report is renewed every year in June.',
    'Yearly subscriptions go on from month to month.',
    'Call recording is part of every plan.',
    'Seats and rooms are charged in euros.',
    'Factory is invoiced yearly in advance and paid by transfer, guaranteed.',
  ])('is caught: %s', (sentence) => {
    expect(isCaught(sentence)).toBe(true);
  });

  it.each([
    'With Factory you get single sign-on and audit exports.',
    'Single sign-on comes with Factory rather than Group.',
    'Your data is never moved from one of the two sites to the other.',
    'Every plan includes notes.',
    'Each May the report is renewed.',
    'A monthly subscription goes on from month to month.',
    'Factory customers are invoiced in advance each year.',
  ])('is told from one in other words: %s', (sentence) => {
    expect(isCaught(sentence)).toBe(false);
  });
});
