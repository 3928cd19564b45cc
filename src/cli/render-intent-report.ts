import { type IntentReport } from '../nlu/index.js';

function show(figure: number | null): string {
  return figure === null ? '-' : figure.toFixed(4);
}

function round(figure: number | null): number | null {
  return figure === null ? null : Math.round(figure * 1e6) / 1e6;
}

/** For programs; a figure the texts do not allow is null. */
export function toIntentJson({ figures }: IntentReport): Record<string, number | null> {
  return {
    accuracy: round(figures.accuracy),
    macro_f1: round(figures.macroF1),
    oos_auroc: round(figures.oosAuroc),
    ece: round(figures.calibrationError),
    n: figures.texts,
  };
}

/** For people. */
export function renderIntentReport({
  figures,
  inScope,
  outOfScope,
  unknownLabels,
  confusions,
}: IntentReport): string[] {
  const lines = [
    `texts                 ${inScope} in scope, ${outOfScope} out of scope`,
    `accuracy, in scope    ${show(figures.accuracy)}`,
    `macro-F1              ${show(figures.macroF1)}`,
    `out of scope, AUROC   ${show(figures.oosAuroc)}`,
    `calibration error     ${show(figures.calibrationError)}`,
  ];
  if (unknownLabels.length > 0) lines.push(`labels without training texts: ${unknownLabels.join(', ')}`);
  if (confusions.length > 0) lines.push('', 'most confused');
  for (const { labels, count } of confusions) lines.push(`${String(count).padStart(5)}  ${labels.join(' / ')}`);
  return lines;
}
