import { join } from 'node:path';
import { packageRoot } from '../../platform/index.js';
import { METRIC_NAMES } from '../metrics/metric-name.js';
import { parseThresholds, readThresholds } from './read-thresholds.js';

const parse = (value: unknown) => parseThresholds(JSON.stringify(value), 'thresholds.json');

describe('the thresholds', () => {
  it('that are committed name every metric', () => {
    const committed = readThresholds(join(packageRoot(), 'eval', 'thresholds.json'));
    expect(Object.keys(committed).sort()).toEqual([...METRIC_NAMES].sort());
  });

  it.each([
    ['an unknown metric', { intent_acuracy: { min: 0.9 } }, 'intent_acuracy'],
    ['a limit that looks the wrong way', { tool_choice: { max: 0.9 } }, 'tool_choice'],
    ['a share above 1', { tool_choice: { min: 95 } }, 'tool_choice.min'],
    ['both limits at once', { tool_choice: { min: 0.9, max: 1 } }, 'tool_choice'],
    ['a count that must be high', { unsupported_claims: { min: 0 } }, 'unsupported_claims'],
  ])('refuse %s and name it', (_what, value, name) => {
    expect(() => parse(value)).toThrow(new RegExp(`^thresholds\\.json: .*${name}`));
  });

  it('refuse a file that is no JSON or not there', () => {
    expect(() => parseThresholds('{', 'thresholds.json')).toThrow('thresholds.json: is not valid JSON');
    expect(() => readThresholds('/nowhere/thresholds.json')).toThrow('/nowhere/thresholds.json: cannot be read');
  });
});
