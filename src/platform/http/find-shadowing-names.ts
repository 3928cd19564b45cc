import { type FieldFault } from '../errors/problem-error.js';
import { childPointer } from './json-pointer.js';

/**
 * Own names that every object has already (`constructor`, `toString`, …), and `prototype`. The libraries that fill and check
 * the DTO look names up in plain objects and drop these in silence, so the list of a DTO's fields never gets to refuse them.
 * @param root `''` for a body, `?` for a query: its faults read `?constructor`
 * @param limit the list is cut there
 */
export function findShadowingNames(value: unknown, root: '' | '?', limit: number): FieldFault[] {
  const faults: FieldFault[] = [];
  const stack = [{ value, pointer: '' }];
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    if (typeof visit.value !== 'object' || visit.value === null) continue;
    for (const [name, member] of Object.entries(visit.value)) {
      if (shadows(name)) faults.push(unknownField(childPointer(visit.pointer, name), root));
      // A pointer for each of 10,000 texts that nobody enters costs time.
      else if (typeof member === 'object') stack.push({ value: member, pointer: childPointer(visit.pointer, name) });
      if (faults.length >= limit) return faults;
    }
  }
  return faults;
}

function shadows(name: string): boolean {
  return name === 'prototype' || name in Object.prototype;
}

function unknownField(pointer: string, root: '' | '?'): FieldFault {
  return {
    pointer: root === '?' ? pointer.replace('/', '?') : pointer,
    code: 'unknown_field',
    message: 'is not a field of this request',
  };
}
