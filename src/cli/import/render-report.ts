import { type ImportResponse } from '../../imports/index.js';

type File = ImportResponse['files'][number];

/** The report for people, a line at a time. */
export function renderReport(report: ImportResponse): string[] {
  return [
    `Import ${report.import_id}: ${describeStatus(report)}`,
    ...report.files.flatMap(renderFile),
    ...(report.files.some(({ quarantined }) => quarantined > 0)
      ? [`The rejected rows: GET /api/v1/imports/${report.import_id}/rejects.csv`]
      : []),
  ];
}

function describeStatus({ status, dry_run: isDry }: ImportResponse): string {
  const words = status.replaceAll('_', ' ');
  return isDry ? `${words} (dry run, nothing was changed)` : words;
}

function renderFile(file: File): string[] {
  if (file.failure !== undefined)
    return ['', `${file.name}: refused, ${file.failure.code}`, `  ${file.failure.message}`];
  const { rows_in, inserted, updated, unchanged, merged, quarantined } = file;
  return [
    '',
    `${file.name} (${file.dataset ?? 'unknown'}): ${rows_in} rows`,
    `  ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${merged} merged, ${quarantined} quarantined`,
    ...file.findings.map(
      ({ code, column, count, examples }) =>
        `  ${count} x ${code}${column === null ? '' : ` in ${column}`}${show(examples[0])}`,
    ),
  ];
}

function show(example: File['findings'][number]['examples'][number] | undefined): string {
  if (example === undefined) return '';
  const value = example.value === '' ? '' : ` ${JSON.stringify(example.value)}`;
  const suggestion = example.suggestion === undefined ? '' : `, perhaps ${JSON.stringify(example.suggestion)}`;
  return `: row ${example.row}${value}${suggestion}`;
}
