import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  cleanMonth,
  DatasetRegistry,
  type CleanResult,
  type DatasetColumn,
  type ImportDataset,
  type ImportTarget,
  type RawRow,
  type RowContext,
  type RowFinding,
} from '../../imports/index.js';
import { refreshRollup } from '../statistics/refresh-rollup.js';

interface CleanProductMonth {
  /** The first day, `YYYY-MM-DD`. */
  month: string;
  product: string;
}

const COLUMNS: readonly DatasetColumn[] = [
  { name: 'month', required: true, aliases: ['product_month'], looseAliases: ['date', 'period'], kind: 'month' },
  {
    name: 'product',
    required: true,
    aliases: ['product_name', 'product_of_the_month', 'product_of_discussion'],
    kind: 'spelling',
  },
];

const TARGET: ImportTarget<CleanProductMonth> = {
  table: 'product_months',
  id: { column: 'month', type: 'date' },
  key: ['month'],
  columns: [
    { name: 'month', type: 'date', read: (row) => row.month },
    { name: 'product', type: 'text', read: (row) => row.product },
  ],
};

/** The dataset `product_months`: the product of discussion of a month. */
@Injectable()
export class ProductMonthsDataset implements ImportDataset<CleanProductMonth>, OnModuleInit {
  readonly name = 'product_months';
  readonly columns = COLUMNS;
  readonly target = TARGET;

  constructor(private readonly registry: DatasetRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  cleanRow(raw: RawRow, context: RowContext): CleanResult<CleanProductMonth> {
    const [date, product] = [raw.get('month') ?? '', raw.get('product') ?? ''];
    const read = cleanMonth(date, context.dateOrder('month'));
    const faults: RowFinding[] = [];
    if (date === '') faults.push({ code: 'missing_value', column: 'month', value: '' });
    else if ('code' in read) faults.push({ ...read, column: 'month', value: date });
    if (product === '') faults.push({ code: 'missing_value', column: 'product', value: '' });
    return 'month' in read && product !== '' ? { row: { month: read.month, product } } : { findings: faults };
  }

  onChanged(manager: EntityManager, months: string): Promise<void> {
    return refreshRollup(manager, { months });
  }
}
