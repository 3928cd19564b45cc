import { mayActFor, ProblemError, type Caller } from '../platform/index.js';

const DECIMAL = /^[1-9]\d{0,15}$/;

/**
 * The customer id in an address. What is none, and what the caller may not see, is answered like an id that nobody has.
 * @throws ProblemError `customer_not_found`
 */
export function readCustomerId(text: string, caller: Caller): number {
  const customerId = Number(text);
  if (!DECIMAL.test(text) || !Number.isSafeInteger(customerId) || !mayActFor(caller, text)) {
    throw new ProblemError('customer_not_found', 'No customer has this id.');
  }
  return customerId;
}
