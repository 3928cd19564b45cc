import { ProblemError } from '../../platform/index.js';
import { readSettings } from './read-settings.js';

function faultsOf(fields: Record<string, string>): [string, string[]] {
  try {
    readSettings(new Map(Object.entries(fields)));
  } catch (error) {
    if (error instanceof ProblemError) return [error.code, error.errors?.map(({ pointer }) => pointer) ?? []];
    throw error;
  }
  throw new Error('the fields were accepted');
}

describe('readSettings', () => {
  it('needs nothing', () => {
    const defaults = { dataset: null, dryRun: false, onMalformed: 'quarantine' };
    expect(readSettings(new Map())).toEqual(defaults);
    expect(readSettings(new Map([['dataset', ' ']]))).toEqual(defaults);
  });

  it('reads what is there', () => {
    const fields = new Map([
      ['dataset', 'customers'],
      ['dry_run', 'true'],
      ['on_malformed', 'repair'],
    ]);
    expect(readSettings(fields)).toEqual({ dataset: 'customers', dryRun: true, onMalformed: 'repair' });
  });

  it('lists every fault at once and guesses nothing', () => {
    expect(faultsOf({ dry_run: 'maybe', on_malformed: 'skip', colour: 'red' })).toEqual([
      'validation_failed',
      ['/colour', '/dry_run', '/on_malformed'],
    ]);
    expect(faultsOf({ colour: 'red', 'a/b': '' })).toEqual(['unknown_field', ['/colour', '/a~1b']]);
  });
});
