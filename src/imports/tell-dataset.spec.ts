import { type DatasetColumn } from './import-dataset.js';
import { tellDataset } from './tell-dataset.js';

const column = (
  name: string,
  required: boolean,
  looseAliases: string[] = [],
  aliases: string[] = [],
): DatasetColumn => ({
  name,
  required,
  looseAliases,
  aliases,
});
const customers = {
  name: 'customers',
  columns: [column('customer_id', true, ['id']), column('name', false), column('type', false), column('email', false)],
};
const contacts = {
  name: 'contacts',
  columns: [column('customer_id', true), column('channel', true), column('occurred_at', true, ['date'])],
};
const tell = (header: string): string | undefined => tellDataset(header.split(','), [customers, contacts])?.name;

describe('tellDataset', () => {
  it('takes the dataset that knows the most columns', () => {
    expect(tell('Customer Id,Channel,Date')).toBe('contacts');
    expect(tell('CustomerId,Type')).toBe('customers');
  });

  it('takes any number of further columns when the required ones are named clearly', () => {
    expect(tell('customer_id,region,tier,score,budget,notes')).toBe('customers');
  });

  it('does not take a file for something because it has an id and a name', () => {
    expect(tell('id,name,cost,category,brand,retail_price')).toBeUndefined();
    expect(tell('id,name,type')).toBe('customers');
  });

  it('does not choose between two that fit alike', () => {
    expect(tellDataset(['customer_id'], [customers, { ...customers, name: 'other' }])).toBeUndefined();
  });

  it('is undefined when a required column is missing', () => {
    expect(tell('name,email')).toBeUndefined();
    expect(tell('')).toBeUndefined();
  });
});
