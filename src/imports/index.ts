export { ImportsModule } from './imports.module.js';
export { ImportService, type ImportOptions } from './import.service.js';
export { DatasetRegistry } from './dataset.registry.js';
export {
  type CleanResult,
  type DatasetColumn,
  type FindingCode,
  type ImportDataset,
  type RawRow,
  type RowFinding,
  type SaveCounts,
} from './import-dataset.js';
export { type FileFailureCode, type ImportReport, type ReportedFinding } from './import-report.js';
