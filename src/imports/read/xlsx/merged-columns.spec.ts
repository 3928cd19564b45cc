import { MergedColumns } from './merged-columns.js';

function fill(ranges: string[], rows: [number, string[]][], headerRow = 1): string[][] {
  const merged = new MergedColumns(ranges, headerRow);
  return rows.map(([row, cells]) => {
    merged.fill(row, cells);
    return cells;
  });
}

describe('MergedColumns', () => {
  it('gives the first value to all rows of the range, and to none behind it', () => {
    const rows: [number, string[]][] = [
      [2, ['Email', '1']],
      [3, ['', '2']],
      [4, ['', '3']],
      [5, ['', '4']],
    ];
    expect(fill(['A2:A4'], rows).map(([first]) => first)).toEqual(['Email', 'Email', 'Email', '']);
  });

  it('fills the first column of a block only, and makes room where a row is short', () => {
    expect(
      fill(
        ['B2:C3'],
        [
          [2, ['1', 'x', '']],
          [3, ['2']],
        ],
      ),
    ).toEqual([
      ['1', 'x', ''],
      ['2', 'x'],
    ]);
  });

  it('leaves values that are there, headers, merged rows and what is no range', () => {
    expect(
      fill(
        ['A2:A3'],
        [
          [2, ['a']],
          [3, ['b']],
        ],
      ),
    ).toEqual([['a'], ['b']]);
    expect(fill(['A1:A3'], [[2, ['', '1']]])).toEqual([['', '1']]);
    expect(fill(['A2:C2', 'x'], [[2, ['a', '', '']]])).toEqual([['a', '', '']]);
  });

  it('does not take the value of another row where the first one of the range is not there', () => {
    expect(
      fill(
        ['A2:A9'],
        [
          [3, ['late']],
          [4, ['']],
        ],
      ),
    ).toEqual([['late'], ['']]);
  });
});
