import fc from 'fast-check';
import { rankRecords, type OwnedRecord } from './rank-records.js';

const record = (recordId: number, day: string, text: string): OwnedRecord => ({
  recordId,
  ownerId: 1,
  at: new Date(`${day}T09:00:00Z`),
  text,
});
const order = (records: OwnedRecord[], query: string): number[] =>
  rankRecords(records, query).map((ranked) => ranked.record.recordId);

describe('rankRecords', () => {
  const records = [
    record(1, '2020-01-10', 'Email Prescription Guidelines Neutral'),
    record(2, '2020-03-05', 'Call Delivery Times Positive'),
    record(3, '2020-03-01', 'Boat Prescription Guidelines Negative'),
  ];

  it('puts what is asked for first, the newer of two that are', () => {
    expect(order(records, 'prescription guidelines')).toEqual([3, 1, 2]);
  });

  it('goes by recency where the query finds nothing', () => {
    expect(order(records, '')).toEqual([2, 3, 1]);
    expect(order(records, 'the of')).toEqual([2, 3, 1]);
    expect(order(records, 'quokka')).toEqual([2, 3, 1]);
  });

  it('lets a recent record of another subject pass a very old one that matches a little', () => {
    const old = record(4, '2012-01-01', 'Email Invoice Neutral');
    expect(order([old, record(5, '2020-03-01', 'Email Invoice Question Negative')], 'invoice question')).toEqual([
      5, 4,
    ]);
  });

  it('takes nothing for nothing', () => {
    expect(rankRecords([], 'x')).toEqual([]);
  });

  it('loses and doubles no record, whatever their order', () => {
    const arbitrary = fc.array(
      fc.tuple(fc.constantFrom('Email a b', 'Call c', ''), fc.integer({ min: 0, max: 2_000 })),
    );
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('a', 'c b', ''), (rows, query) => {
        const made = rows.map(([text, day], index) => ({
          recordId: index,
          ownerId: 1,
          at: new Date(Date.UTC(2020, 0, 1 + day)),
          text,
        }));
        const forward = order(made, query);
        expect([...forward].sort((a, b) => a - b)).toEqual(made.map(({ recordId }) => recordId));
        expect(order([...made].reverse(), query)).toEqual(forward);
      }),
    );
  });
});
