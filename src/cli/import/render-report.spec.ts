import { type ImportResponse } from '../../imports/index.js';
import { renderReport } from './render-report.js';

const COUNTS = { rows_in: 3, inserted: 1, updated: 0, unchanged: 1, merged: 0, quarantined: 1 };
const file = {
  name: 'a.csv',
  dataset: 'customers',
  status: 'completed_with_rejects',
  ...COUNTS,
  findings: [
    { code: 'bad_id', column: 'customer_id', count: 2, examples: [{ row: 3, value: '12in', suggestion: '12' }] },
  ],
};
const report = (files: object[], rest = {}): ImportResponse =>
  ({ import_id: 'i1', status: 'completed_with_rejects', dry_run: false, ...rest, files }) as unknown as ImportResponse;

describe('renderReport', () => {
  it('accounts for every file and shows the first example of each finding', () => {
    expect(renderReport(report([file]))).toEqual([
      'Import i1: completed with rejects',
      '',
      'a.csv (customers): 3 rows',
      '  1 inserted, 0 updated, 1 unchanged, 0 merged, 1 quarantined',
      '  2 x bad_id in customer_id: row 3 "12in", perhaps "12"',
      'The rejected rows: GET /api/v1/imports/i1/rejects.csv',
    ]);
  });

  it('says why a file was refused, and that a dry run changed nothing', () => {
    const refused = { ...file, failure: { code: 'empty_file', message: 'The file is empty.' }, quarantined: 0 };
    expect(renderReport(report([refused], { dry_run: true, status: 'failed' }))).toEqual([
      'Import i1: failed (dry run, nothing was changed)',
      '',
      'a.csv: refused, empty_file',
      '  The file is empty.',
    ]);
  });
});
