import { type Figure } from './figure.js';

const MEASURED: ReadonlySet<Figure['kind']> = new Set([
  'money',
  'percent',
  'duration',
  'quantity',
  'frequency',
  'time',
  'date',
]);

/** Whether two passages can contradict each other by this figure: what is free here and costs there, what is certified and links are compared elsewhere. */
export function isMeasured({ kind, unit }: Pick<Figure, 'kind' | 'unit'>): boolean {
  return MEASURED.has(kind) && (kind !== 'quantity' || unit !== null);
}
