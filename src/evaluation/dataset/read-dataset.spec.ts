import { EvaluationInputError } from '../input-error.js';
import { parseDataset, readDataset } from './read-dataset.js';

const good = { id: 'price', split: 'dev', message: 'How much is it?', expect: { intent: 'pricing_inquiry' } };
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
    ['behaviour', { behaviour: 'wait' }],
    ['entities', { entities: [{ type: 'plan' }] }],
    ['tools', { tools: [{ tool: 'query_knowledge_base', input: {} }] }],
    ['next_steps', { next_steps: [{ action: 'UPDATE_CRM', details: { field: { contains: [] } } }] }],
  ])('refuses a value of %s that the product cannot give', (field, expectation) => {
    expect(faultsOf(lines({ ...good, expect: expectation }))[0]).toContain(`golden.jsonl:1: expect.${field}`);
  });

  it('refuses a case that expects nothing', () => {
    expect(faultsOf(lines({ ...good, expect: {} }))).toEqual([
      'golden.jsonl:1: expect: must expect something, or the case could not fail',
    ]);
  });

  it.each([
    ['a case without a split', { ...good, split: undefined }, 'golden.jsonl:1: split: '],
    ['neither message nor turns', { ...good, message: undefined }, 'golden.jsonl:1: message: is missing'],
    ['a message without expectations', { ...good, expect: undefined }, 'golden.jsonl:1: expect: is missing'],
    [
      'a message beside turns',
      { ...good, expect: undefined, turns: [{ message: 'Hi.' }, { message: 'Well?', expect: good.expect }] },
      'golden.jsonl:1: message: does not stand beside turns',
    ],
    [
      'turns of which none is judged',
      { id: 'a', split: 'dev', turns: [{ message: 'Hi.' }, { message: 'Well?' }] },
      'golden.jsonl:1: turns: must expect something',
    ],
    [
      'an unknown field of a turn',
      {
        id: 'a',
        split: 'dev',
        turns: [
          { message: 'Hi.', expct: {} },
          { message: 'Well?', expect: good.expect },
        ],
      },
      'golden.jsonl:1: turns.0: ',
    ],
    [
      'acceptable intents beside none',
      { ...good, expect: { acceptable_intents: ['greeting'] } },
      'golden.jsonl:1: expect',
    ],
    ['a clock that is no instant', { ...good, now: 'tomorrow' }, 'golden.jsonl:1: now: '],
  ])('refuses %s', (_what, value, fault) => {
    expect(faultsOf(lines(value))[0]).toContain(fault);
  });

  it('gives every case a clock, so that no answer depends on the day of the run', () => {
    const [plain, dated] = parseDataset(lines(good, { ...good, id: 'b', now: '2026-02-27T10:00:00Z' }), 'golden.jsonl');
    expect(plain?.now).toMatch(/^2026-/);
    expect(dated?.now).toBe('2026-02-27T10:00:00Z');
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
