import { fitConfidence, predict, type CalibrationSample } from './fit-confidence.js';

/** Turns with good evidence pass nine times in ten, turns with poor evidence two times. */
const samples: CalibrationSample[] = Array.from({ length: 200 }, (_, index) => {
  const evidence = index % 2;
  const passed = evidence === 1 ? index % 20 !== 1 : index % 10 === 0;
  return { caseId: `case-${index}`, signs: { intent: 0.9, evidence, degraded: 0 }, passed };
});

describe('fitConfidence', () => {
  it('comes near the shares that passed', () => {
    const fit = fitConfidence(samples);
    expect(predict(fit, { intent: 0.9, evidence: 1, degraded: 0 })).toBeCloseTo(0.9, 1);
    expect(predict(fit, { intent: 0.9, evidence: 0, degraded: 0 })).toBeCloseTo(0.2, 1);
    expect(fit.crossValidatedError).toBeLessThan(0.06);
    expect(fit.samples).toBe(200);
  });

  it('keeps what was believed of a sign that no turn shows', () => {
    expect(fitConfidence(samples).weights['degraded']).toBeCloseTo(-0.3);
  });

  it('lets no sign count against what is believed of it', () => {
    const upsideDown = samples.map((sample) => ({
      ...sample,
      signs: { intent: 0.9, dropped: sample.signs['evidence'] ?? 0 },
    }));
    const fit = fitConfidence(upsideDown);
    expect(fit.weights['dropped']).toBe(0);
    expect(predict(fit, { intent: 0.9, dropped: 1 })).toBeCloseTo(0.55, 1);
  });

  it('stays finite when every turn passed', () => {
    const fit = fitConfidence(samples.map((sample) => ({ ...sample, passed: true })));
    const probability = predict(fit, { intent: 0.9, evidence: 1, degraded: 0 });
    expect(probability).toBeGreaterThan(0.9);
    expect(probability).toBeLessThan(1);
  });

  it('gives the same weights whatever the order of the turns, to the precision that is stored', () => {
    const forwards = fitConfidence(samples);
    const backwards = fitConfidence([...samples].reverse());
    expect(backwards.intercept).toBeCloseTo(forwards.intercept, 6);
    expect(backwards.crossValidatedError).toBeCloseTo(forwards.crossValidatedError, 6);
  });

  it('refuses to fit to nothing, and a sign of which nothing is believed', () => {
    expect(() => fitConfidence([])).toThrow('no turns');
    expect(() => fitConfidence([{ caseId: 'a', signs: { mood: 1 }, passed: true }])).toThrow('mood');
  });
});
