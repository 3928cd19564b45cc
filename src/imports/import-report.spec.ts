import fc from 'fast-check';
import { failedReport, ImportTally } from './import-report.js';

describe('ImportTally', () => {
  it('counts every row exactly once, whatever happens to it', () => {
    const event = fc.constantFrom('insert', 'update', 'keep', 'merge', 'reject');
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const tally = new ImportTally();
        for (const [row, what] of events.entries()) {
          if (what === 'merge') tally.merge(row, { code: 'duplicate_row', column: null, value: '' });
          else if (what === 'reject') tally.quarantine(row, [{ code: 'bad_id', column: 'id', value: 'x' }]);
          else {
            const counts = { inserted: 0, updated: 0, unchanged: 0 };
            counts[what === 'insert' ? 'inserted' : what === 'update' ? 'updated' : 'unchanged'] = 1;
            tally.saved(counts);
          }
        }
        const report = tally.report('f.csv', 'customers');
        expect(report.rows_in).toBe(events.length);
        expect(report.inserted + report.updated + report.unchanged + report.merged + report.quarantined).toBe(
          events.length,
        );
        expect(report.status).toBe(events.includes('reject') ? 'completed_with_rejects' : 'completed');
      }),
    );
  });

  it('groups findings by code and column with the first five examples, shortened', () => {
    const tally = new ImportTally();
    for (let row = 2; row < 9; row += 1)
      tally.quarantine(row, [{ code: 'bad_id', column: 'id', value: 'y'.repeat(500) }]);
    tally.note(9, [{ code: 'bad_id', column: null, value: 'z', suggestion: 'a' }]);
    const { findings } = tally.report('f.csv', 'customers');
    expect(findings.map(({ count, examples }) => [count, examples.length])).toEqual([
      [7, 5],
      [1, 1],
    ]);
    expect(findings[0]?.examples[0]).toEqual({ row: 2, value: 'y'.repeat(200) });
    expect(findings[1]?.examples[0]).toEqual({ row: 9, value: 'z', suggestion: 'a' });
  });
});

describe('failedReport', () => {
  it('counts nothing and says why', () => {
    expect(failedReport('f.csv', 'customers', 'empty_file', 'The file has no rows.')).toMatchObject({
      status: 'failed',
      failure: { code: 'empty_file' },
      rows_in: 0,
    });
  });
});
