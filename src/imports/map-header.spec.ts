import { mapHeader } from './map-header.js';

const columns = [
  { name: 'customer_id', required: true, aliases: ['id'] },
  { name: 'name', required: false },
];

describe('mapHeader', () => {
  it('finds columns whatever their case, blanks and dashes, by name or alias', () => {
    expect(mapHeader([' Customer-Id', 'NAME'], columns)).toEqual({ names: ['customer_id', 'name'], missing: [] });
    expect(mapHeader(['ID'], columns)).toEqual({ names: ['customer_id'], missing: [] });
  });

  it('takes the column’s own name before an alias, wherever they stand', () => {
    expect(mapHeader(['id', 'customer_id', 'name'], columns).names).toEqual(['id', 'customer_id', 'name']);
    expect(mapHeader(['customer_id', 'id'], columns).names).toEqual(['customer_id', 'id']);
  });

  it('keeps columns it does not know and names the required ones it misses', () => {
    expect(mapHeader(['Sales Region', 'name'], columns)).toEqual({
      names: ['sales_region', 'name'],
      missing: ['customer_id'],
    });
  });

  it('takes out of a name what a database cannot store', () => {
    expect(mapHeader(['a\0b\ud800'], []).names).toEqual(['ab']);
  });
});
