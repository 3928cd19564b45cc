import { type RowContext } from '../../imports/index.js';
import { cleanInteraction } from './clean-interaction.js';

const dayFirst: RowContext = { dateOrder: () => 'DMY', decimalMark: () => null };
const clean = (cells: Record<string, string>, context = dayFirst): ReturnType<typeof cleanInteraction> =>
  cleanInteraction(
    new Map(Object.entries({ occurred_at: '04/10/2019 09:00', channel: 'Email', customer_id: '1', ...cells })),
    context,
  );

describe('cleanInteraction', () => {
  it('reads a whole row', () => {
    expect(clean({ topic: 'Drug Efficacy', sentiment: 'Positive' })).toEqual({
      row: {
        customerId: 1,
        customerRef: null,
        occurredAt: '2019-10-04T09:00:00.000Z',
        channel: 'Email',
        topic: 'Drug Efficacy',
        sentiment: 'Positive',
      },
    });
  });

  it('takes text for the CRM’s id, and a row without topic and sentiment', () => {
    expect(clean({ customer_id: 'prospect_101', topic: '', sentiment: '' })).toMatchObject({
      row: { customerId: null, customerRef: 'prospect_101', topic: null, sentiment: null },
    });
  });

  it.each([
    ['12in', { code: 'bad_id', value: '12in', suggestion: '12' }],
    ['1O', { code: 'bad_id', value: '1O', suggestion: '10' }],
    ['#12', { code: 'bad_id', value: '#12', suggestion: '12' }],
    ['-4', { code: 'bad_id', value: '-4' }],
    ['0', { code: 'bad_id', value: '0' }],
    ['', { code: 'missing_value', value: '' }],
  ])('does not take %j for a customer', (value, fault) => {
    expect(clean({ customer_id: value })).toEqual({ findings: [{ column: 'customer_id', ...fault }] });
  });

  it('names every fault of a row', () => {
    expect(clean({ customer_id: '', occurred_at: '31/02/2020', channel: '' })).toEqual({
      findings: [
        { code: 'missing_value', column: 'customer_id', value: '' },
        { code: 'impossible_date', column: 'occurred_at', value: '31/02/2020' },
        { code: 'missing_value', column: 'channel', value: '' },
      ],
    });
  });

  it('does not guess the order of a date', () => {
    expect(clean({}, { ...dayFirst, dateOrder: () => null })).toMatchObject({
      findings: [{ code: 'ambiguous_date_order' }],
    });
  });

  it('keeps a contradiction as given and says so', () => {
    expect(clean({ topic: 'Adverse Event Report', sentiment: 'Positive' })).toMatchObject({
      row: { topic: 'Adverse Event Report', sentiment: 'Positive' },
      findings: [{ code: 'contradictory_values' }],
    });
  });
});
