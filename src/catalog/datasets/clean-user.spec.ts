import { cleanUser } from './clean-user.js';

const context = { dateOrder: () => null, decimalMark: () => null };
const clean = (cells: Record<string, string>): ReturnType<typeof cleanUser> =>
  cleanUser(new Map(Object.entries(cells)), context);

describe('cleanUser', () => {
  it('makes a customer of a user', () => {
    const user = { user_id: '039', first_name: 'Ada', last_name: 'Moss', email: 'ada@example.org', age: '41' };
    expect(clean({ ...user, created_at: '2022-08-06 08:18:00+00:00' })).toEqual({
      row: {
        externalId: '39',
        name: 'Ada Moss',
        email: 'ada@example.org',
        attributes: { age: '41', registered_at: '2022-08-06T08:18:00.000Z' },
      },
      findings: [],
    });
  });

  it('leaves out an address that is none, and tells so', () => {
    expect(clean({ user_id: '1', first_name: 'Bo', email: 'nobody' })).toEqual({
      row: { externalId: '1', name: 'Bo', email: null, attributes: {} },
      findings: [{ code: 'bad_email', column: 'email', value: 'nobody' }],
    });
  });

  it('takes no user without an id', () => {
    expect(clean({ first_name: 'Bo' })).toEqual({
      findings: [{ code: 'missing_value', column: 'user_id', value: '' }],
    });
  });
});
