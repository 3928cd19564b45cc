import { isMissing } from './is-missing.js';

describe('isMissing', () => {
  it.each([
    '',
    'null',
    'NULL',
    'Null',
    'N/A',
    'n/a',
    'NA',
    '#N/A',
    'NaN',
    'None',
    '-',
    '--',
    '—',
    '\\N',
    '?',
    '(null)',
    '#REF!',
  ])('takes %j for nothing', (value) => {
    expect(isMissing(value)).toBe(true);
  });

  it.each(['0', 'no', 'Na', 'unknown', 'nullable', 'None of these', 'A', '-1', 'N'])(
    'takes %j for a value',
    (value) => {
      expect(isMissing(value)).toBe(false);
    },
  );
});
