import { ProblemError } from '../errors/problem-error.js';
import { findJsonFault } from './find-json-fault.js';
import { findUnsafeValues } from './find-unsafe-value.js';

/**
 * The value of a JSON body. No body at all is `undefined`: the route's own validation then lists what is missing.
 * @throws ProblemError `malformed_json` with the position, `validation_failed` with the pointers
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  const value = parse(text);
  const faults = findUnsafeValues(value);
  if (faults.length > 0) {
    throw new ProblemError('validation_failed', 'The body holds values that are never accepted.', { errors: faults });
  }
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed_json', 'The body is not UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const position = findJsonFault(text) ?? 0;
    const before = text.slice(0, position).split('\n');
    const message = `breaks off at character ${position} (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
    throw new ProblemError('malformed_json', `The JSON ${message}.`, {
      errors: [{ pointer: '', code: 'malformed_json', message }],
    });
  }
}
