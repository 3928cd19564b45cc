import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DEFAULT_SETTINGS, type FileReport, ImportService } from '../imports/index.js';
import { CustomerImportRepository } from './customer-import.repository.js';
import { ContentBatchService } from './insights/content/batches/content-batch.service.js';
import { SAMPLE_CUSTOMER_IDS } from './sample-ids.js';

export const SAMPLE_PROSPECTS_FILE = 'prospects.csv';

/** A handful of prospects for the first minutes with the product. */
@Injectable()
export class SampleCustomersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportService,
    private readonly repository: CustomerImportRepository,
    private readonly batches: ContentBatchService,
  ) {}

  /**
   * Imports the sample prospects into a database without customers. Where there are any, nothing happens (null): a
   * restart must neither undo an edit of a sample prospect nor mix samples into somebody's own data.
   * @param directory the folder that holds `prospects.csv`
   */
  async load(directory: string): Promise<FileReport | null> {
    if (await this.repository.hasCustomers(this.dataSource.manager)) return null;
    const settings = { ...DEFAULT_SETTINGS, dataset: 'customers' };
    const { files } = await this.imports.importFiles([join(directory, SAMPLE_PROSPECTS_FILE)], settings, {
      importId: SAMPLE_CUSTOMER_IDS.importId,
    });
    return files[0]?.report ?? null;
  }

  /** Orders a text to some of the sample prospects, to be resumed by whoever wants to see it written. */
  async orderTexts(): Promise<void> {
    const order = { type: 'email', filter: { customer_type: 'Enterprise' } } as const;
    await this.batches.createPaused(order, SAMPLE_CUSTOMER_IDS.batchId, this.dataSource.manager);
  }
}
