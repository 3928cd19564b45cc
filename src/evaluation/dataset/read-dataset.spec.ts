import { EvaluationInputError } from '../input-error.js';
import { parseDataset, readDataset } from './read-dataset.js';

const good = { id: 'price', message: 'How much is it?', expect: { intent: 'pricing_inquiry' } };
const lines = (...cases: unknown[]): string => cases.map((entry) => JSON.stringify(entry)).join('\n');

function faultsOf(text: string): readonly string[] {
  try {
    parseDataset(text, 'golden.jsonl');
  } catch (error) {
    if (error instanceof EvaluationInputError) return error.faults;
    throw error;
  }
  throw new Error('the dataset was accepted');
}

describe('parseDataset', () => {
  it('reads one case a line and passes over blank lines', () => {
    const cases = parseDataset(`${lines(good)}\n\n${lines({ ...good, id: 'price-2' })}\n`, 'golden.jsonl');
    expect(cases.map(({ id }) => id)).toEqual(['price', 'price-2']);
  });

  it('refuses an unknown field and names file, line and field', () => {
    expect(faultsOf(lines(good, { ...good, id: 'b', mesage: 'x' }))).toEqual([
      'golden.jsonl:2: Unrecognized key: "mesage"',
    ]);
  });

  it('refuses an unknown expectation, which would otherwise never be judged', () => {
    expect(faultsOf(lines({ ...good, expect: { must_contians: ['$64'] } }))[0]).toMatch(
      /^golden\.jsonl:1: expect: .*must_contians/,
    );
  });

  it.each([
    ['intent', { intent: 'pricing' }],
    ['tools', { tools: ['search_web'] }],
    ['next_steps', { next_steps: ['FLAG_FOR_HUMAN_REVIEW:because'] }],
    ['must_contain', { must_contain: [] }],
    ['status', { status: 'ok' }],
  ])('refuses a value of %s that the product cannot give', (field, expectation) => {
    expect(faultsOf(lines({ ...good, expect: expectation }))[0]).toContain(`golden.jsonl:1: expect.${field}`);
  });

  it('refuses a case that expects nothing', () => {
    expect(faultsOf(lines({ ...good, expect: {} }))).toEqual([
      'golden.jsonl:1: expect: must expect something, or the case could not fail',
    ]);
  });

  it('lists every faulty line at once', () => {
    const faults = faultsOf(`{"id"\n${lines({ ...good, message: ' ' }, good, good)}`);
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'golden.jsonl:1:',
      'golden.jsonl:2:',
      'golden.jsonl:4:',
    ]);
    expect(faults[2]).toContain('already used in line 3');
  });

  it('refuses a dataset without any case, and a file that is not there', () => {
    expect(faultsOf('\n')).toEqual(['golden.jsonl: holds no case']);
    expect(() => readDataset('/nowhere/golden.jsonl')).toThrow('/nowhere/golden.jsonl: does not exist');
  });
});
