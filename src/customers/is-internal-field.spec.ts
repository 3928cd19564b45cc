import { isInternalField } from './is-internal-field.js';

describe('isInternalField', () => {
  it.each(['lead_score', 'budget', 'notes', 'internal_owner', 'credit_limit', 'Lead Score', 'Internal-Owner'])(
    'keeps %s inside',
    (name) => {
      expect(isInternalField(name)).toBe(true);
    },
  );

  it.each(['country', 'industry', 'region', ''])('shows %s', (name) => {
    expect(isInternalField(name)).toBe(false);
  });
});
