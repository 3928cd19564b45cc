import { isProspectSide } from './is-prospect-side.js';

describe('isProspectSide', () => {
  it.each(['prospect', 'user', 'customer', 'lead', 'client', 'human', ' Lead ', 'USER\n'])(
    'takes %j for the one who asks',
    (sender) => {
      expect(isProspectSide(sender)).toBe(true);
    },
  );

  it.each(['agent', 'assistant', 'system', 'sales rep', 'users', '', 'constructor'])(
    'takes %j for our side',
    (sender) => {
      expect(isProspectSide(sender)).toBe(false);
    },
  );
});
