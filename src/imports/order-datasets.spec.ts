import { orderDatasets } from './order-datasets.js';

function dataset(name: string, ...tables: string[]): Parameters<typeof orderDatasets>[0][number] {
  const references = tables.map((table) => ({ column: 'x', table, key: 'x' }));
  return { name, target: { table: name, id: { column: 'x', type: 'bigint' }, key: ['x'], columns: [], references } };
}

const namesOf = (...datasets: ReturnType<typeof dataset>[]): string[] =>
  orderDatasets(datasets).map(({ name }) => name);

describe('orderDatasets', () => {
  it('puts what is referred to first, however many steps away', () => {
    expect(
      namesOf(
        dataset('order_items', 'orders', 'inventory_items'),
        dataset('inventory_items', 'products'),
        dataset('orders', 'users'),
        dataset('products', 'distribution_centers'),
        dataset('users'),
        dataset('distribution_centers'),
      ),
    ).toEqual(['distribution_centers', 'products', 'inventory_items', 'users', 'orders', 'order_items']);
  });

  it('puts every dataset of a table before what refers to the table', () => {
    const users = { ...dataset('users'), target: dataset('customers').target };
    expect(namesOf(dataset('orders', 'customers'), users, dataset('customers'))).toEqual([
      'customers',
      'users',
      'orders',
    ]);
  });

  it('ends on a circle and on tables nobody registered', () => {
    expect(namesOf(dataset('a', 'b'), dataset('b', 'a', 'elsewhere', 'b'))).toEqual(['b', 'a']);
  });
});
