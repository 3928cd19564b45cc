export { ImportsModule } from './imports.module.js';
export { DEFAULT_SETTINGS, ImportService, type ImportDetails, type ImportSettings } from './import.service.js';
export { DatasetRegistry } from './dataset.registry.js';
export { toImportResponse } from './http/imports.mapper.js';
export { type ImportResponse } from './http/imports.dto.js';
export {
  type CleanResult,
  type DatasetColumn,
  type FindingCode,
  type ImportDataset,
  type ImportTarget,
  type RawRow,
  type RowContext,
  type RowFinding,
} from './import-dataset.js';
export { type FileFailureCode } from './read/file-refused.js';
export { type FileReport, type ReportedFinding } from './report/file-report.js';
export { type Progress } from './run/run-control.js';
export { type CleanFault } from './clean/clean-fault.js';
export { type DateFault, cleanDateTime } from './clean/clean-date-time.js';
export { cleanId } from './clean/clean-id.js';
export { cleanMoney } from './clean/clean-money.js';
export { cleanMonth } from './clean/clean-month.js';
export { cleanNumber } from './clean/clean-number.js';
export { type DateOrder } from './clean/date-order.js';
export { type DecimalMark } from './clean/decimal-mark.js';
export { findContradiction } from './clean/find-contradiction.js';
export { isMissing } from './clean/is-missing.js';
export { KNOWN_CHANNELS, KNOWN_SENTIMENTS } from './clean/known-spellings.js';
export { trimText } from './clean/trim-text.js';
