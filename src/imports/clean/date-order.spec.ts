import { DateOrderEvidence, inferDateOrder } from './date-order.js';

const samples = (...values: string[]): { row: number; value: string }[] =>
  values.map((value, index) => ({ row: index + 2, value }));

describe('inferDateOrder', () => {
  it('takes a number above twelve for the day and names the rows that prove it', () => {
    expect(inferDateOrder(samples('04/10/2019 09:00', '17/02/2020 18:24', '16/01/2020', '5/6/2020'))).toEqual({
      order: 'DMY',
      evidence: [
        { row: 3, value: '17/02/2020 18:24' },
        { row: 4, value: '16/01/2020' },
      ],
    });
    expect(inferDateOrder(samples('04/10/2019', '02/17/2020'))).toEqual({
      order: 'MDY',
      evidence: [{ row: 3, value: '02/17/2020' }],
    });
  });

  it('keeps the first three proofs only', () => {
    expect(inferDateOrder(samples('13/1/20', '14/1/20', '15/1/20', '16/1/20')).evidence).toHaveLength(3);
  });

  it('does not guess without proof', () => {
    expect(inferDateOrder(samples('04/10/2019', '05/05/2020', '31/31/2020', 'soon', ''))).toEqual({
      order: null,
      evidence: [],
    });
  });

  it('knows dates that start with the year, and does not let them decide about others', () => {
    expect(inferDateOrder(samples('2020-02-17', '2020-01-01'))).toMatchObject({ order: 'YMD' });
    expect(inferDateOrder(samples('2020-02-17', '04/10/2019'))).toEqual({ order: null, evidence: [] });
    expect(inferDateOrder(samples('2020-02-17', '04/10/2019', '17/10/2019'))).toMatchObject({ order: 'DMY' });
  });

  it('sees proofs that contradict each other, and one slip among many for what it is', () => {
    expect(inferDateOrder(samples('17/02/2020', '02/17/2020'))).toEqual({
      order: null,
      evidence: [{ row: 2, value: '17/02/2020' }],
      conflicting: [{ row: 3, value: '02/17/2020' }],
    });
    const many = samples(...Array.from({ length: 60 }, () => '17/02/2020'), '02/17/2020');
    expect(inferDateOrder(many)).toMatchObject({ order: 'DMY', conflicting: [{ row: 62, value: '02/17/2020' }] });
  });

  it('can be asked in between', () => {
    const evidence = new DateOrderEvidence();
    expect(evidence.result().order).toBeNull();
    evidence.add({ row: 2, value: '17/02/2020' });
    expect(evidence.result().order).toBe('DMY');
  });
});
