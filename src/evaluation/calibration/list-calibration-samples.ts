import { type EvaluationReport } from '../evaluate.js';
import { listMissedIds } from '../metrics/measure-metrics.js';
import { type CalibrationSample } from './fit-confidence.js';

/**
 * The turns of a run as samples: their signs, and whether they passed all their checks. Held-out turns are among them: a
 * confidence fitted only to turns the product was mended on would promise too much for messages nobody has seen.
 * @throws Error naming a turn that told no signs: a fit that left it out would be one of the easy turns
 */
export function listCalibrationSamples({ outcomes, judgements }: EvaluationReport): CalibrationSample[] {
  const missedIds = listMissedIds(judgements.map(({ score }) => score));
  return outcomes.map(({ golden, signs, fault }) => {
    if (signs === null) throw new Error(`case ${golden.id} tells no signs of its confidence: ${fault ?? 'none given'}`);
    const [caseId = golden.id] = golden.id.split('#');
    return { caseId, signs, passed: !missedIds.has(golden.id) };
  });
}
