import { type FieldFault, ProblemError } from '../../platform/index.js';
import { type ImportSettings } from '../import.service.js';

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
const KNOWN: ReadonlySet<string> = new Set(['dataset', 'dry_run', 'on_malformed']);

/**
 * What the fields of the form ask for. An empty field counts as absent.
 * @throws ProblemError `unknown_field` or `validation_failed`, with every fault
 */
export function readSettings(fields: ReadonlyMap<string, string>): ImportSettings {
  const given = (name: string): string | undefined => fields.get(name)?.trim() || undefined;
  const dryRun = FLAGS.get(given('dry_run') ?? 'false');
  const onMalformed = given('on_malformed') ?? 'quarantine';
  const faults = [...fields.keys()].filter((name) => !KNOWN.has(name)).map(unknownFault);
  if (dryRun === undefined) faults.push(fault('dry_run', 'is_boolean', 'must be true or false'));
  if (!isOnMalformed(onMalformed)) faults.push(fault('on_malformed', 'is_in', 'must be quarantine or repair'));
  if (faults.length > 0 || dryRun === undefined || !isOnMalformed(onMalformed)) throw problemOf(faults);
  return { dataset: given('dataset') ?? null, dryRun, onMalformed };
}

function isOnMalformed(value: string): value is ImportSettings['onMalformed'] {
  return value === 'quarantine' || value === 'repair';
}

function problemOf(errors: readonly FieldFault[]): ProblemError {
  const onlyUnknown = errors.every(({ code }) => code === 'unknown_field');
  const names = errors.map(({ pointer }) => pointer).join(', ');
  return new ProblemError(onlyUnknown ? 'unknown_field' : 'validation_failed', `Not valid: ${names}.`, { errors });
}

function unknownFault(name: string): FieldFault {
  return { pointer: pointerOf(name), code: 'unknown_field', message: 'is not a field of this form' };
}

function fault(name: string, code: string, message: string): FieldFault {
  return { pointer: `/${name}`, code, message };
}

function pointerOf(name: string): string {
  return `/${name.slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
