import { unifyNames, writeOutNames } from './unify-names.js';

describe('unifyNames', () => {
  it.each([
    ['Is single sign-on included?', 'Do you have SSO?', 'SSO'],
    ['Two-step sign-in is available.', 'Is 2FA possible?', 'MFA'],
    ['Data stays in the European Union.', 'Is it in the EU?', 'EU'],
    ['There is no on-premises version.', 'Can we run it on-prem?', 'onpremises'],
    ['Demonstrations are free.', 'Two demos, please.', 'demo'],
  ])('lets "%s" and "%s" meet', (one, other, shared) => {
    expect(unifyNames(one)).toContain(shared);
    expect(unifyNames(other)).toContain(shared);
  });

  it('leaves other text as it is', () => {
    expect(unifyNames('Tell us what it costs.')).toBe('Tell us what it costs.');
    expect(unifyNames('The hostel signs each step.')).toBe('The hostel signs each step.');
  });
});

describe('writeOutNames', () => {
  it('adds the long form once', () => {
    expect(writeOutNames('Is SSO in the demo?')).toBe('Is SSO in the demo? demonstration single sign-on');
    expect(writeOutNames('Is single sign-on (SSO) there?')).toBe('Is single sign-on (SSO) there?');
    expect(writeOutNames('What does it cost?')).toBe('What does it cost?');
  });
});
