import fc from 'fast-check';
import { readCells } from './read-cells.js';

describe('readCells', () => {
  it('trims cells and takes the usual words for nothing as nothing', () => {
    const row = readCells([' Ann ', 'NULL', 'N/A', ''], ['name', 'a', 'b', 'c']);
    expect(row).toEqual(
      new Map([
        ['name', 'Ann'],
        ['a', ''],
        ['b', ''],
        ['c', ''],
      ]),
    );
  });

  it('lets the first of two columns with one name count', () => {
    expect(readCells(['1', '2'], ['id', 'id'])).toEqual(new Map([['id', '1']]));
  });

  it('does not guess which cell is which in a row of another length', () => {
    expect(readCells(['1', '2', '3'], ['a', 'b'])).toEqual({ code: 'ragged_row', column: null, value: '1,2,3' });
  });

  it('names the column whose text cannot be stored', () => {
    expect(readCells(['1', 'x\0'], ['a', 'b'])).toEqual({ code: 'bad_encoding', column: 'b', value: 'x\ufffd' });
  });

  it('never throws on a row', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.array(fc.string()), (cells, names) => {
        expect(readCells(cells, names)).toBeDefined();
      }),
    );
  });
});
