import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { DistributionCentersDataset } from '../../src/catalog/datasets/distribution-centers.dataset.js';
import { InventoryItemsDataset } from '../../src/catalog/datasets/inventory-items.dataset.js';
import { OrderItemsDataset } from '../../src/catalog/datasets/order-items.dataset.js';
import { OrdersDataset } from '../../src/catalog/datasets/orders.dataset.js';
import { ProductsDataset } from '../../src/catalog/datasets/products.dataset.js';
import { UsersDataset } from '../../src/catalog/datasets/users.dataset.js';
import { CustomerImportRepository } from '../../src/customers/customer-import.repository.js';
import { CustomersDataset } from '../../src/customers/customers.dataset.js';
import { InteractionsDataset } from '../../src/customers/interactions/interactions.dataset.js';
import { ProductMonthsDataset } from '../../src/customers/interactions/product-months.dataset.js';
import { DatasetRegistry } from '../../src/imports/dataset.registry.js';
import { DEFAULT_SETTINGS, ImportService, type ImportSettings } from '../../src/imports/import.service.js';
import { type FileReport } from '../../src/imports/report/file-report.js';
import { RollbackService } from '../../src/imports/rollback.service.js';
import { ImportRunner } from '../../src/imports/run/import-runner.service.js';
import { ImportStores } from '../../src/imports/run/import-stores.js';
import { ImportChunkRepository } from '../../src/imports/store/import-chunk.repository.js';
import { ImportRejectRepository } from '../../src/imports/store/import-reject.repository.js';
import { ImportRepository } from '../../src/imports/store/import.repository.js';
import { IdempotencyService } from '../../src/platform/http/idempotency.service.js';
import { type JobQueue } from '../../src/platform/jobs/job-queue.port.js';
import { silentLog } from './test-database.js';

/** Datasets that need nothing but to be known. */
const PLAIN_DATASETS = [
  ProductMonthsDataset,
  DistributionCentersDataset,
  ProductsDataset,
  InventoryItemsDataset,
  OrdersDataset,
  OrderItemsDataset,
];

/** What the imports of these tests write, journals and reports left out. */
const DATA_TABLES = [
  'customers',
  'customer_external_ids',
  'interactions',
  'product_months',
  'interaction_months',
  'customer_products',
  'distribution_centers',
  'products',
  'product_words',
  'inventory_items',
  'orders',
  'order_items',
];

const idleQueue: JobQueue = {
  work: () => undefined,
  schedule: () => undefined,
  enqueue: () => Promise.resolve(null),
  nudge: () => undefined,
};

export interface ImportedText {
  importId: string;
  report: FileReport;
}

/** The import pipeline on a database of its own, without the application around it. */
export class ImportKit {
  readonly imports: ImportService;
  readonly rollbacks: RollbackService;
  readonly runner: ImportRunner;
  readonly rejects: ImportRejectRepository;
  private readonly folder = mkdtempSync(join(tmpdir(), 'rapport-import-test-'));

  constructor(
    private readonly dataSource: DataSource,
    maxRows = 5_000_000,
  ) {
    const registry = new DatasetRegistry();
    const ids = new CustomerImportRepository();
    for (const Dataset of [CustomersDataset, InteractionsDataset, UsersDataset])
      new Dataset(registry, ids).onModuleInit();
    for (const Dataset of PLAIN_DATASETS) new Dataset(registry).onModuleInit();
    this.rejects = new ImportRejectRepository(dataSource);
    const stores = new ImportStores(
      registry,
      new ImportRepository(dataSource),
      new ImportChunkRepository(dataSource),
      this.rejects,
    );
    this.runner = new ImportRunner(dataSource, stores, { imports: { maxFileBytes: 1e9, maxRows } }, silentLog);
    const idempotency = new IdempotencyService(dataSource);
    this.imports = new ImportService(dataSource, idempotency, idleQueue, stores, this.runner);
    this.rollbacks = new RollbackService(dataSource, stores, silentLog);
  }

  write(name: string, content: string | Buffer): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Imports one text; every report is held against the passport. */
  async importText(content: string | Buffer, settings: Partial<ImportSettings> = {}): Promise<ImportedText> {
    const [imported] = await this.importTexts([content], settings);
    if (imported === undefined) throw new Error('nothing was imported');
    return imported;
  }

  async importTexts(
    contents: readonly (string | Buffer)[],
    settings: Partial<ImportSettings> = {},
  ): Promise<ImportedText[]> {
    const paths = contents.map((content, at) => this.write(`file-${at}.csv`, content));
    const details = await this.imports.importFiles(paths, { ...DEFAULT_SETTINGS, ...settings });
    return details.files.map(({ report }) => {
      if (report === null) throw new Error('a file has no report');
      const { rows_in, inserted, updated, unchanged, merged, quarantined } = report;
      expect(inserted + updated + unchanged + merged + quarantined).toBe(rows_in);
      return { importId: details.import_id, report };
    });
  }

  /** Everything the imports may change, as text. */
  async dump(): Promise<string[]> {
    const parts = DATA_TABLES.map((table) => `SELECT '${table} ' || to_jsonb(t)::text AS line FROM ${table} t`);
    const rows = await this.dataSource.query<{ line: string }[]>(`${parts.join(' UNION ALL ')} ORDER BY line`);
    return rows.map(({ line }) => line);
  }

  async empty(): Promise<void> {
    await this.dataSource.query(`TRUNCATE ${DATA_TABLES.join(', ')}, imports CASCADE`);
    await this.dataSource.query('ALTER SEQUENCE customer_minted_id_seq RESTART');
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}
