import { type ImportDetails } from '../import.service.js';
import { NO_ROWS, type FileReport } from '../report/file-report.js';
import { type StoredFile } from '../store/import.repository.js';
import { type ImportedFileResponse, type ImportResponse } from './imports.dto.js';

export function toImportResponse(details: ImportDetails): ImportResponse {
  return {
    import_id: details.import_id,
    status: details.status,
    dry_run: details.dry_run,
    on_malformed: details.on_malformed,
    progress: { rows_read: details.rows_read, rows_total: details.rows_total },
    created_at: details.created_at.toISOString(),
    finished_at: details.finished_at?.toISOString() ?? null,
    files: details.files.map((file) => toFileResponse(file, details)),
  };
}

const UNREAD = {
  format: null,
  encoding: null,
  delimiter: null,
  line_end: null,
  quote: null,
  sheet: null,
  header_row: null,
};

function toFileResponse(file: StoredFile, details: ImportDetails): ImportedFileResponse {
  const { name, dataset, report } = file;
  const status = file.status === 'queued' ? details.status : file.status;
  if (report === null) {
    const nothing = { header_map: {}, date_order: null, date_orders: [], columns: [], findings: [] };
    return { name, dataset: dataset ?? details.dataset, status, ...UNREAD, ...NO_ROWS, ...nothing };
  }
  const { rows_in, inserted, updated, unchanged, merged, quarantined, columns, findings, date_orders } = report;
  return {
    name,
    dataset,
    status,
    ...(report.failure === null ? {} : { failure: report.failure }),
    ...(report.format ?? UNREAD),
    header_map: toHeaderMap(report.header_map),
    date_order: date_orders[0] ?? null,
    date_orders,
    ...{ rows_in, inserted, updated, unchanged, merged, quarantined },
    columns,
    findings,
  };
}

/** An object cannot hold a header twice, or one without a name. */
function toHeaderMap(headers: FileReport['header_map']): Record<string, string | null> {
  const map = new Map<string, string | null>();
  for (const [position, { header, column }] of headers.entries()) {
    const name = header === '' ? `(column ${position + 1})` : header;
    let unique = name;
    for (let copy = 2; map.has(unique); copy += 1) unique = `${name} (${copy})`;
    map.set(unique, column);
  }
  return Object.fromEntries(map);
}
