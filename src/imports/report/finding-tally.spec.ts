import { FindingTally } from './finding-tally.js';

describe('FindingTally', () => {
  it('groups findings by code and column with the first five examples, shortened', () => {
    const tally = new FindingTally();
    for (let row = 2; row < 9; row += 1) tally.note(row, [{ code: 'bad_id', column: 'id', value: 'y'.repeat(500) }]);
    tally.note(9, [{ code: 'bad_id', column: null, value: 'z', suggestion: 'a' }]);
    const findings = tally.list();
    expect(findings.map(({ count, examples }) => [count, examples.length])).toEqual([
      [7, 5],
      [1, 1],
    ]);
    expect(findings[0]?.examples[0]).toEqual({ row: 2, value: 'y'.repeat(200) });
    expect(findings[1]?.examples[0]).toEqual({ row: 9, value: 'z', suggestion: 'a' });
  });

  it('adds what was counted elsewhere, examples in the order of rows', () => {
    const tally = new FindingTally();
    tally.note(7, [{ code: 'bad_id', column: 'id', value: 'seven' }]);
    tally.add('bad_id', 'id', 3, [{ row: 2, value: 'two' }]);
    tally.add('duplicate_row', null, 0, []);
    expect(tally.list()).toEqual([
      {
        code: 'bad_id',
        column: 'id',
        count: 4,
        examples: [
          { row: 2, value: 'two' },
          { row: 7, value: 'seven' },
        ],
      },
    ]);
  });
});
