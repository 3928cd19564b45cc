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
