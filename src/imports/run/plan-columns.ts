import { DateOrderEvidence } from '../clean/date-order.js';
import { DecimalMarkEvidence } from '../clean/decimal-mark.js';
import { SpellingUnifier } from '../clean/spelling-unifier.js';
import { type AnyDataset } from '../dataset.registry.js';
import { type DatasetColumn } from '../import-dataset.js';
import { mapHeader } from '../map-header.js';
import { FileRefused } from '../read/file-refused.js';
import { ColumnProfiler } from '../report/column-profiler.js';

/** One column of the file: what it is called there and in the rows, and what is learnt about it. */
export interface PlannedColumn {
  header: string;
  /** null: left out, because it has no name or one that stands for an earlier column. */
  name: string | null;
  known: DatasetColumn | null;
  profiler: ColumnProfiler;
  dates: DateOrderEvidence | null;
  decimals: DecimalMarkEvidence | null;
  spelling: SpellingUnifier | null;
}

/** By dataset and column: files of one import that hold the same dataset write their values alike. */
export class SharedSpellings {
  private readonly unifiers = new Map<string, SpellingUnifier>();

  constructor(private readonly listStored: (dataset: AnyDataset, column: string) => Promise<string[]>) {}

  async get(dataset: AnyDataset, column: DatasetColumn): Promise<SpellingUnifier> {
    const key = `${dataset.name} ${column.name}`;
    const found = this.unifiers.get(key);
    if (found !== undefined) return found;
    const stored = await this.listStored(dataset, column.name);
    const unifier = new SpellingUnifier({ stored, known: column.spellings ?? [] });
    this.unifiers.set(key, unifier);
    return unifier;
  }
}

/** @throws FileRefused `wrong_columns` */
export async function planColumns(
  header: readonly string[],
  dataset: AnyDataset,
  spellings: SharedSpellings,
): Promise<PlannedColumn[]> {
  const { names, missing } = mapHeader(header, dataset.columns);
  if (missing.length > 0) {
    throw new FileRefused('wrong_columns', `The header lacks ${missing.join(', ')}, which ${dataset.name} need.`);
  }
  const known = new Map(dataset.columns.map((column) => [column.name, column]));
  const planned: PlannedColumn[] = [];
  for (const [position, cell] of header.entries()) {
    const name = names[position] ?? '';
    const isUsed = name !== '' && names.indexOf(name) === position;
    const column = isUsed ? known.get(name) : undefined;
    const spelling = column?.kind === 'spelling' ? await spellings.get(dataset, column) : null;
    planned.push(planColumn(cell.trim(), isUsed ? name : null, column ?? null, spelling));
  }
  return planned;
}

function planColumn(
  header: string,
  name: string | null,
  known: DatasetColumn | null,
  spelling: SpellingUnifier | null,
): PlannedColumn {
  const dates = known?.kind === 'date' || known?.kind === 'month' ? new DateOrderEvidence() : null;
  const decimals = known?.kind === 'number' || known?.kind === 'money' ? new DecimalMarkEvidence() : null;
  return { header, name, known, profiler: new ColumnProfiler(), dates, decimals, spelling };
}
