import { DatasetRegistry } from './dataset.registry.js';
import { type ImportDataset } from './import-dataset.js';

const pets: ImportDataset<string> = {
  name: 'pets',
  columns: [],
  cleanRow: () => ({ row: 'Rex' }),
  target: { table: 'pets', id: { column: 'name', type: 'text' }, key: ['name'], columns: [] },
};

describe('DatasetRegistry', () => {
  it('hands out what was registered and refuses a second dataset of one name', () => {
    const registry = new DatasetRegistry();
    registry.register(pets);
    expect(registry.get('pets')).toBe(pets);
    expect(registry.listNames()).toEqual(['pets']);
    expect(() => {
      registry.register(pets);
    }).toThrow('registered twice');
  });

  it('says when nobody registered a name', () => {
    expect(() => new DatasetRegistry().get('toys')).toThrow('No dataset is called toys.');
  });
});
