import { type DatasetColumn, type ImportDataset } from './import-dataset.js';
import { foldHeader, mapHeader } from './map-header.js';

type Told = Pick<ImportDataset<unknown>, 'name' | 'columns'>;

/**
 * What a file holds, from its header alone: the dataset whose required columns are all there and that knows the most of the
 * others. Names that may mean anything (`id`) count only beside enough that do not: a wrong guess writes to a wrong table.
 * @returns undefined when no dataset is meant clearly
 */
export function tellDataset<T extends Told>(header: readonly string[], datasets: readonly T[]): T | undefined {
  const rated = datasets
    .map((dataset) => ({ dataset, known: countKnown(header, dataset) }))
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known || (a.dataset.name < b.dataset.name ? -1 : 1));
  const [best, next] = rated;
  if (best === undefined || best.known === next?.known) return undefined;
  return best.dataset;
}

/** Columns of the header the dataset knows; 0 when a required one is missing or the evidence is thin. */
function countKnown(header: readonly string[], { columns }: Told): number {
  const { names, missing } = mapHeader(header, columns);
  if (missing.length > 0) return 0;
  const known = columns.filter(({ name }) => names.includes(name)).length;
  const folded = new Set(header.map(foldHeader));
  const named = header.filter((cell) => foldHeader(cell) !== '').length;
  const isClear = columns.filter(({ required }) => required).every((column) => isNamedClearly(column, folded));
  return isClear || known * 2 >= named ? known : 0;
}

function isNamedClearly({ name, aliases = [] }: DatasetColumn, folded: ReadonlySet<string>): boolean {
  return [name, ...aliases].some((text) => folded.has(foldHeader(text)));
}
