import { readCustomerReference } from './read-customer-reference.js';

describe('readCustomerReference', () => {
  it('reads a decimal as a customer id and as an external id', () => {
    expect(readCustomerReference(' 12 ')).toEqual({ customerId: 12, externalId: '12' });
  });

  it.each(['prospect_101', '007', '0', '-1', '1.0', '1e3', '9007199254740993', '9'.repeat(200), '😀'])(
    'takes %s for an external id only',
    (reference) => {
      expect(readCustomerReference(reference)).toEqual({ customerId: null, externalId: reference });
    },
  );

  it.each(['', '   ', 'a\0b', '\ud800', 'x'.repeat(256)])('knows that %j can be no id', (reference) => {
    expect(readCustomerReference(reference)).toBeUndefined();
  });
});
