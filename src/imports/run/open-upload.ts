import { type AnyDataset, type DatasetRegistry } from '../dataset.registry.js';
import { FileRefused } from '../read/file-refused.js';
import { openTable, type OpenTable } from '../read/open-table.js';
import { tellDataset } from '../tell-dataset.js';

/**
 * Opens a file and tells what it holds.
 * @param asked the dataset the caller named; null: told from the header
 * @throws FileRefused for what is no table or fits no dataset
 */
export async function openUpload(
  file: { path: string; name: string },
  asked: string | null,
  registry: DatasetRegistry,
): Promise<{ table: OpenTable; dataset: AnyDataset }> {
  const table = await openTable(file);
  const dataset = asked === null ? tellDataset(table.header, registry.listInOrder()) : registry.get(asked);
  if (dataset !== undefined) return { table, dataset };
  await table.close();
  const names = registry.listNames().join(', ');
  throw new FileRefused(
    'wrong_columns',
    `The header fits none of ${names} clearly; name the dataset if it is one of them.`,
  );
}
