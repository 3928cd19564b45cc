import { fitLogistic } from './fit-calibration.js';
import { solveLinear } from './solve-linear.js';

describe('fitLogistic', () => {
  it('finds how sure one may be', () => {
    const rows = Array.from({ length: 400 }, (_, at) => ({
      signs: [1, at % 2],
      holds: (at % 2 === 0 ? at % 10 === 0 : at % 10 !== 1) ? (1 as const) : (0 as const),
      weight: 1,
    }));
    const [bias = 0, slope = 0] = fitLogistic(rows);
    const sure = (logit: number): number => 1 / (1 + Math.exp(-logit));
    expect(sure(bias)).toBeCloseTo(0.2, 1);
    expect(sure(bias + slope)).toBeCloseTo(0.8, 1);
  });

  it('counts a row as often as it weighs', () => {
    const rows = [
      { signs: [1], holds: 1 as const, weight: 300 },
      { signs: [1], holds: 0 as const, weight: 100 },
    ];
    expect(fitLogistic(rows)[0]).toBeCloseTo(Math.log(3), 1);
  });
});

describe('solveLinear', () => {
  it('solves three equations', () => {
    const matrix = [
      [4, 1, 0],
      [1, 3, 1],
      [0, 1, 2],
    ];
    const found = solveLinear(matrix, [6, 10, 8]);
    for (const [at, expected] of [1, 2, 3].entries()) expect(found[at]).toBeCloseTo(expected);
  });
});
