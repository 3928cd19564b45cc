import { type ValidationError } from '@nestjs/common';
import { type FieldFault } from '../errors/problem-error.js';
import { childPointer } from './json-pointer.js';

/** The constraint that class-validator reports for a property without any rule. */
const UNKNOWN_FIELD_CONSTRAINT = 'whitelistValidation';

const TYPE_RULES = new Set(['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject']);
const TYPE_CODES = new Set([...TYPE_RULES].map(snakeCase));

/**
 * Every fault of a request, flat and in order, with pointers (RFC 6901) into what was sent.
 * @param root `''` for a body, `?` for a query: its faults read `?limit`
 * @param limit the list is cut there; a body of 10,000 wrong entries needs no 10,000 sentences
 */
export function listFieldFaults(errors: readonly ValidationError[], root: '' | '?', limit: number): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const error of errors) {
    collect(error, root === '?' ? `?${error.property}` : childPointer('', error.property), faults, limit);
    if (faults.length >= limit) break;
  }
  return faults;
}

function collect(error: ValidationError, pointer: string, faults: FieldFault[], limit: number): void {
  const own = ownFaults(error, pointer);
  faults.push(...own.slice(0, limit - faults.length));
  // Nobody asked for the inside of what should not be there in this form.
  if (own.some(({ code }) => TYPE_CODES.has(code))) return;
  for (const child of error.children ?? []) {
    if (faults.length >= limit) return;
    collect(child, childPointer(pointer, child.property), faults, limit);
  }
}

function ownFaults({ constraints = {}, value, property }: ValidationError, pointer: string): FieldFault[] {
  const names = Object.keys(constraints);
  if (names.length === 0) return [];
  if (names.includes(UNKNOWN_FIELD_CONSTRAINT)) {
    return [{ pointer, code: 'unknown_field', message: 'is not a field of this request' }];
  }
  // A missing field breaks all of its rules at once; the one sentence that helps is that it is missing.
  if (value === undefined) return [{ pointer, code: 'required', message: 'is required' }];
  // What is of the wrong type breaks every other rule too.
  const wrongType = names.find((name) => TYPE_RULES.has(name));
  const told = wrongType === undefined ? constraints : { [wrongType]: constraints[wrongType] ?? '' };
  return Object.entries(told).map(([name, message]) => ({
    pointer,
    code: snakeCase(name),
    message: message.startsWith(`${property} `) ? message.slice(property.length + 1) : message,
  }));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
