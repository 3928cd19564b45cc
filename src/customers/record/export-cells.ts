import { type Customer } from '../customer.entity.js';

/** Columns of the export. An import reads it again: the names are those it knows. */
export const CUSTOMER_CSV_HEADER = [
  'customer_id',
  'external_ids',
  'name',
  'occupation',
  'type',
  'email',
  'phone',
  'company',
  'stage',
  'opted_out',
  'attributes',
  'created_at',
  'updated_at',
] as const;

/** A customer as cells under {@link CUSTOMER_CSV_HEADER}; what is internal stays inside, as everywhere else. */
export function toCustomerCsvCells(customer: Customer): (string | number | boolean | null)[] {
  return [
    customer.customerId,
    customer.externalIds.map(({ namespace, externalId }) => `${namespace}:${externalId}`).join(' ') || null,
    customer.name,
    customer.occupation,
    customer.type,
    customer.email,
    customer.phone,
    customer.company,
    customer.stage,
    customer.optedOut,
    Object.keys(customer.attributes).length === 0 ? null : JSON.stringify(customer.attributes),
    customer.createdAt.toISOString(),
    customer.updatedAt.toISOString(),
  ];
}
