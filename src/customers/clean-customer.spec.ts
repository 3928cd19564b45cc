import fc from 'fast-check';
import { cleanCustomer, cleanCustomerId } from './clean-customer.js';

const row = (cells: Record<string, string>): Map<string, string> => new Map(Object.entries(cells));

describe('cleanCustomerId', () => {
  it.each([
    ['12', { customerId: 12, externalId: null }],
    ['1000000000', { customerId: 1_000_000_000, externalId: null }],
    ['prospect_101', { customerId: null, externalId: 'prospect_101' }],
    ['00Q5g00000AbCdE', { customerId: null, externalId: '00Q5g00000AbCdE' }],
    ['客户七', { customerId: null, externalId: '客户七' }],
  ])('keeps %s', (value, expected) => {
    expect(cleanCustomerId(value)).toEqual(expected);
  });

  it.each(['0', '-5', '007', '1,000', '12.000', '1000000001', '1.5', '9'.repeat(400), '?!', `x${'1'.repeat(300)}`])(
    'refuses %s',
    (value) => {
      expect(cleanCustomerId(value)).toEqual({ code: 'bad_id', column: 'customer_id', value });
    },
  );

  it('suggests the number that a typing error hides', () => {
    expect(cleanCustomerId('12in')).toEqual({ code: 'bad_id', column: 'customer_id', value: '12in', suggestion: '12' });
  });

  it('suggests digits for letters that look like them', () => {
    expect(cleanCustomerId('2O14')).toMatchObject({ code: 'bad_id', suggestion: '2014' });
  });

  it('takes what a spreadsheet makes of an id it takes for a number', () => {
    expect(cleanCustomerId('12.0')).toEqual({ customerId: 12, externalId: null });
  });

  it('asks for an id', () => {
    expect(cleanCustomerId('')).toMatchObject({ code: 'missing_value' });
  });
});

describe('cleanCustomer', () => {
  it('keeps internal columns apart from those a colleague may see', () => {
    expect(
      cleanCustomer(
        row({ customer_id: '1', name: 'Ann', region: 'North', lead_score: '9', budget: '5k', notes: 'x', fax: '' }),
      ),
    ).toEqual({
      row: {
        customerId: 1,
        externalId: null,
        name: 'Ann',
        occupation: null,
        type: null,
        email: null,
        phone: null,
        company: null,
        stage: null,
        optedOut: null,
        attributes: { region: 'North' },
        internal: { lead_score: '9', budget: '5k', notes: 'x' },
      },
      findings: [],
    });
  });

  it('leaves out a broken e-mail address and says so', () => {
    expect(cleanCustomer(row({ customer_id: '1', email: 'ann(at)example.com' }))).toMatchObject({
      row: { email: null },
      findings: [{ code: 'bad_email', column: 'email', value: 'ann(at)example.com' }],
    });
    expect(cleanCustomer(row({ customer_id: '1', email: 'ann@mail.example' }))).toMatchObject({
      row: { email: 'ann@mail.example' },
      findings: [],
    });
  });

  it('rejects a row whose opt-out cannot be read, rather than guess that writing is welcome', () => {
    expect(cleanCustomer(row({ customer_id: '1', opted_out: 'maybe' }))).toEqual({
      findings: [{ code: 'bad_flag', column: 'opted_out', value: 'maybe' }],
    });
    expect(cleanCustomer(row({ customer_id: '1', opted_out: 'Yes' }))).toMatchObject({ row: { optedOut: true } });
  });

  it('never throws on a row', () => {
    const cells = fc.dictionary(
      fc.constantFrom('customer_id', 'email', 'opted_out', 'x'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(cells, (raw) => {
        expect(cleanCustomer(row(raw))).toHaveProperty('findings');
      }),
    );
  });
});
