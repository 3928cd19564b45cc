import { type ImportDataset } from './import-dataset.js';

type Ordered = Pick<ImportDataset<unknown>, 'name' | 'target'>;

/**
 * Datasets in the order their files are written: what is referred to comes first, equals by name. The order of an upload says
 * nothing. A circle of references is cut where it closes.
 */
export function orderDatasets<T extends Ordered>(datasets: readonly T[]): T[] {
  const done = new Set<T>();
  const place = (dataset: T): void => {
    if (done.has(dataset)) return;
    done.add(dataset);
    for (const { table } of dataset.target.references ?? []) {
      for (const referred of sorted) if (referred.target.table === table) place(referred);
    }
    ordered.push(dataset);
  };
  const ordered: T[] = [];
  const sorted = [...datasets].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const dataset of sorted) place(dataset);
  return ordered;
}
