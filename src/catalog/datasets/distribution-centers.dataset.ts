import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DatasetRegistry,
  type CleanResult,
  type DatasetColumn,
  type ImportDataset,
  type ImportTarget,
  type RawRow,
  type RowContext,
} from '../../imports/index.js';
import { RowReader } from './row-reader.js';

interface CleanCenter {
  id: number;
  name: string;
  latitude: string | null;
  longitude: string | null;
}

const COLUMNS: readonly DatasetColumn[] = [
  { name: 'distribution_center_id', required: true, looseAliases: ['id'], kind: 'id' },
  { name: 'name', required: true },
  { name: 'latitude', required: true, kind: 'number' },
  { name: 'longitude', required: true, kind: 'number' },
];

const TARGET: ImportTarget<CleanCenter> = {
  table: 'distribution_centers',
  id: { column: 'distribution_center_id', type: 'bigint' },
  key: ['distribution_center_id'],
  columns: [
    { name: 'distribution_center_id', type: 'bigint', read: (row) => row.id },
    { name: 'name', type: 'text', read: (row) => row.name },
    { name: 'latitude', type: 'double precision', read: (row) => row.latitude },
    { name: 'longitude', type: 'double precision', read: (row) => row.longitude },
  ],
};

/** The dataset `distribution_centers`: the places goods are sent from. */
@Injectable()
export class DistributionCentersDataset implements ImportDataset<CleanCenter>, OnModuleInit {
  readonly name = 'distribution_centers';
  readonly columns = COLUMNS;
  readonly target = TARGET;

  constructor(private readonly registry: DatasetRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  cleanRow(raw: RawRow, context: RowContext): CleanResult<CleanCenter> {
    const cells = new RowReader(raw, context);
    return cells.finish({
      id: cells.id('distribution_center_id'),
      name: cells.neededText('name'),
      latitude: cells.optionalNumber('latitude'),
      longitude: cells.optionalNumber('longitude'),
    });
  }
}
