import { type FieldFault } from '../errors/problem-error.js';
import { childPointer } from './json-pointer.js';

/** Deeper than any request of ours; what class-transformer and the database do with more is nobody's wish to learn. */
export const MAX_DEPTH = 32;
/** Several times what any object of ours has; the libraries that check DTOs take time with the square of it. */
export const MAX_FIELDS = 200;
export const MAX_FAULTS = 100;

const NUL_OR_LONE_SURROGATE = /[\u0000\p{Surrogate}]/u;

interface Visit {
  value: unknown;
  pointer: string;
  depth: number;
}

/**
 * What no request may hold anywhere, keys included: NUL (PostgreSQL stores none in text), lone surrogates (not
 * UTF-8), keys that reach for a prototype, more than {@link MAX_DEPTH} levels, and more than {@link MAX_FIELDS} fields in one object. One iterative walk; at most
 * {@link MAX_FAULTS} faults, in document order.
 * @param root pointer of the value itself, `''` for a body
 */
export function findUnsafeValues(value: unknown, root = ''): FieldFault[] {
  const faults: FieldFault[] = [];
  const stack: Visit[] = [{ value, pointer: root, depth: 0 }];
  for (let visit = stack.pop(); visit !== undefined && faults.length < MAX_FAULTS; visit = stack.pop()) {
    if (typeof visit.value === 'string') pushFault(faults, textFault(visit.value, visit.pointer));
    else if (typeof visit.value === 'object' && visit.value !== null) enter(visit.value, visit, stack, faults);
  }
  return faults.slice(0, MAX_FAULTS);
}

function enter(container: object, { pointer, depth }: Visit, stack: Visit[], faults: FieldFault[]): void {
  if (depth >= MAX_DEPTH) {
    faults.push({ pointer, code: 'too_deep', message: `is nested more than ${MAX_DEPTH} levels deep` });
    return;
  }
  if (Array.isArray(container)) {
    for (let index = container.length - 1; index >= 0; index -= 1) {
      push(stack, container[index], pointer, String(index), depth);
    }
    return;
  }
  // Names alone: what is refused for their number is not looked at.
  if (Object.keys(container).length > MAX_FIELDS) {
    faults.push({ pointer, code: 'too_many_fields', message: `has more than ${MAX_FIELDS} fields` });
    return;
  }
  const entries = Object.entries(container);
  for (const [key, value] of entries) pushFault(faults, keyFault(key, value, pointer));
  for (const [key, value] of entries.reverse()) push(stack, value, pointer, key, depth);
}

function push(stack: Visit[], value: unknown, pointer: string, key: string, depth: number): void {
  // Numbers and literals cannot be at fault, and 10,000 pointers that nobody reads cost time.
  if (typeof value === 'string' ? !NUL_OR_LONE_SURROGATE.test(value) : typeof value !== 'object' || value === null)
    return;
  stack.push({ value, pointer: childPointer(pointer, key), depth: depth + 1 });
}

function textFault(text: string, pointer: string): FieldFault | undefined {
  if (!NUL_OR_LONE_SURROGATE.test(text)) return undefined;
  return text.includes('\u0000')
    ? { pointer, code: 'nul_character', message: 'holds the character U+0000, which cannot be stored' }
    : { pointer, code: 'lone_surrogate', message: 'holds half of a surrogate pair, which is not valid Unicode' };
}

function keyFault(key: string, value: unknown, parent: string): FieldFault | undefined {
  const pointer = childPointer(parent, key);
  const isPrototype =
    key === '__proto__' ||
    (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'));
  if (isPrototype) return { pointer, code: 'forbidden_key', message: 'is a name that no field may have' };
  const fault = textFault(key, pointer);
  return fault && { ...fault, message: `has a name that ${fault.message}` };
}

function pushFault(faults: FieldFault[], fault: FieldFault | undefined): void {
  if (fault !== undefined) faults.push(fault);
}
