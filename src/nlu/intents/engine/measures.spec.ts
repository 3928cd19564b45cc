import { areaUnderRoc, calibrationError, macroF1, type Prediction } from './measures.js';

const hit = (label: string, probability = 1): Prediction => ({ expected: [label], predicted: label, probability });
const miss = (label: string, predicted: string, probability = 1): Prediction => ({
  expected: [label],
  predicted,
  probability,
});

describe('areaUnderRoc', () => {
  it('is the chance that a higher one ranks above a lower one, ties half', () => {
    expect(areaUnderRoc([3, 2], [1, 0])).toBe(1);
    expect(areaUnderRoc([1, 0], [3, 2])).toBe(0);
    expect(areaUnderRoc([1], [1])).toBe(0.5);
    expect(areaUnderRoc([3, 1], [2, 2])).toBe(0.5);
  });

  it('is unknown without scores on both sides', () => {
    expect(areaUnderRoc([], [1])).toBeNull();
    expect(areaUnderRoc([1], [])).toBeNull();
  });
});

describe('calibrationError', () => {
  it('is the gap between what is said and what comes true', () => {
    expect(calibrationError([hit('a', 0.95), hit('a', 0.95), hit('a', 0.95), miss('a', 'b', 0.95)])).toBeCloseTo(0.2);
    expect(calibrationError([hit('a', 0.55), miss('a', 'b', 0.45)])).toBeCloseTo(0.45);
    expect(calibrationError([])).toBeNull();
  });
});

describe('macroF1', () => {
  it('counts every label alike, however rare', () => {
    expect(macroF1([hit('a'), hit('a'), hit('a'), miss('b', 'a')])).toBeCloseTo((6 / 7 + 0) / 2);
    expect(macroF1([hit('a'), hit('b')])).toBe(1);
    expect(macroF1([])).toBeNull();
  });

  it('takes any of several labels for a hit', () => {
    expect(macroF1([{ expected: ['a', 'b'], predicted: 'b', probability: 1 }])).toBe(1);
  });
});
