import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldFault, ProblemError } from '../errors/problem-error.js';
import { findShadowingNames } from './find-shadowing-names.js';
import { MAX_FAULTS } from './find-unsafe-value.js';
import { clipPointer } from './json-pointer.js';
import { listFieldFaults } from './list-field-faults.js';

class RejectedFields extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('rejected');
  }
}

/** Checks bodies and queries against their DTO class: every fault at once, unknown fields refused, nothing converted silently. */
@Injectable()
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: false,
      validationError: { target: false, value: true },
      exceptionFactory: (errors) => new RejectedFields(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!this.toValidate(metadata)) return (await super.transform(value, metadata)) as unknown;
    if (metadata.type === 'body' && !isObjectOrAbsent(value)) {
      throw invalid([{ pointer: '', code: 'is_object', message: 'must be a JSON object' }]);
    }
    const root = metadata.type === 'body' ? '' : '?';
    // Before the libraries see the value: they strip such names from it.
    const shadowing = findShadowingNames(value, root, MAX_FAULTS);
    let checked: unknown;
    try {
      checked = await super.transform(value, metadata);
    } catch (thrown) {
      if (!(thrown instanceof RejectedFields)) throw thrown;
      throw invalid(mergeFaults(readFaults(thrown, root, value), shadowing));
    }
    if (shadowing.length > 0) throw invalid(shadowing);
    return checked;
  }
}

function readFaults({ errors }: RejectedFields, root: '' | '?', value: unknown): FieldFault[] {
  const faults = listFieldFaults(errors, root, MAX_FAULTS);
  return root === '?' ? faults : faults.map((fault) => ({ ...fault, pointer: clipPointer(fault.pointer, value) }));
}

/** What a value that is at fault as a whole holds is not told as well. */
function mergeFaults(faults: readonly FieldFault[], more: readonly FieldFault[]): FieldFault[] {
  const told = faults.map(({ pointer }) => pointer);
  const news = more.filter(
    ({ pointer }) => !told.some((outer) => pointer === outer || pointer.startsWith(`${outer}/`)),
  );
  return [...faults, ...news].slice(0, MAX_FAULTS);
}

function isObjectOrAbsent(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function invalid(errors: FieldFault[]): ProblemError {
  const onlyUnknown = errors.length > 0 && errors.every(({ code }) => code === 'unknown_field');
  const names = errors
    .slice(0, 3)
    .map(({ pointer }) => pointer || 'the body')
    .join(', ');
  return onlyUnknown
    ? new ProblemError('unknown_field', `Unknown: ${names}.`, { errors })
    : new ProblemError('validation_failed', `Not valid: ${names}${errors.length > 3 ? ' and more' : ''}.`, { errors });
}
