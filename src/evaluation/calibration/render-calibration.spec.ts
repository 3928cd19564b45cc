import { renderCalibration } from './render-calibration.js';

describe('renderCalibration', () => {
  it('writes a module with everything a reader of the figures needs', () => {
    const text = renderCalibration(
      { samples: 90, crossValidatedError: 0.04567, intercept: -0.00001, weights: { intent: 2.34567 } },
      'ab12',
    );
    expect(text).toContain('samples: 90,\n');
    expect(text).toContain("datasetHash: 'ab12',");
    expect(text).toContain('crossValidatedError: 0.0457,');
    expect(text).toContain('intercept: 0,');
    expect(text).toContain('    intent: 2.3457,\n');
  });
});
