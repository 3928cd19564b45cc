import { type CleanResult, type DatasetColumn, type RawRow, type RowContext } from '../../imports/index.js';
import { foldName, keyOf } from '../names/fold-name.js';
import { repairLetters } from '../names/repair-letters.js';
import { RowReader } from './row-reader.js';

export interface CleanProduct {
  id: number;
  name: string;
  brand: string | null;
  category: string | null;
  department: string | null;
  sku: string | null;
  retailPrice: string;
  cost: string | null;
  distributionCenterId: number | null;
  nameKey: string;
  searchKey: string;
}

export const PRODUCT_FILE_COLUMNS: readonly DatasetColumn[] = [
  { name: 'product_id', required: true, looseAliases: ['id'], kind: 'id' },
  { name: 'name', required: true, expected: true },
  { name: 'brand', required: false, expected: true },
  { name: 'category', required: true, kind: 'spelling', expected: true },
  { name: 'department', required: false, kind: 'spelling' },
  { name: 'sku', required: false },
  { name: 'retail_price', required: true, kind: 'money' },
  { name: 'cost', required: false, kind: 'money' },
  { name: 'distribution_center_id', required: false, kind: 'id' },
];

/** A product without a name is sold all the same: without it the totals of orders would be wrong. */
const NAMELESS = '(no name)';

/** One row of a products file; letters that went through wrong hands are put right and told. */
export function cleanProduct(raw: RawRow, context: RowContext): CleanResult<CleanProduct> {
  const cells = new RowReader(raw, context);
  const spell = (column: string): string | null => {
    const value = cells.text(column);
    const repaired = value === null ? null : repairLetters(value);
    if (value !== null && repaired !== value)
      cells.note({ code: 'respelled_value', column, value, suggestion: repaired ?? '' });
    return repaired;
  };
  const [name, brand, category, department] = [spell('name'), spell('brand'), spell('category'), spell('department')];
  const told = [name, brand, category, department].filter((text) => text !== null);
  return cells.finish({
    id: cells.id('product_id'),
    name: name ?? NAMELESS,
    brand,
    category,
    department,
    sku: cells.text('sku'),
    retailPrice: cells.price('retail_price'),
    cost: cells.optionalPrice('cost'),
    distributionCenterId: cells.optionalId('distribution_center_id'),
    nameKey: keyOf(foldName(name ?? '')),
    searchKey: keyOf([...new Set(told.flatMap((text) => foldName(text)))]),
  });
}
