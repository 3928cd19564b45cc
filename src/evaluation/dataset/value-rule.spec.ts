import { judgeValues, valueRulesSchema } from './value-rule.js';

const judge = (rule: unknown, value: unknown) => judgeValues(valueRulesSchema.parse({ query: rule }), { query: value });

describe('judgeValues', () => {
  it.each([
    ['prospect_101', 'Prospect_101 '],
    [{ equals: true }, true],
    [{ contains: ['enterprise', '50 seats'] }, 'Enterprise plan for 50 seats'],
    [{ one_of: ['2026-11-24', '2026-11-25'] }, '2026-11-25'],
  ])('is content when %j meets %j', (rule, value) => {
    expect(judge(rule, value)).toEqual([null]);
  });

  it.each([
    ['prospect_101', 'prospect_1011', 'query: expected "prospect_101", got "prospect_1011"'],
    [{ equals: true }, 'true', 'query: expected true, got "true"'],
    [{ contains: ['$64'] }, 'Is it $640?', 'query: expected something with ["$64"], got "Is it $640?"'],
    [{ one_of: [1, 2] }, 3, 'query: expected one of [1,2], got 3'],
    ['x', undefined, 'query: expected "x", got nothing'],
    [{ contains: ['x'] }, undefined, 'query: expected something with ["x"], got nothing'],
  ])('says what is wrong when %j meets %j', (rule, value, fault) => {
    expect(judge(rule, value)).toEqual([fault]);
  });
});
