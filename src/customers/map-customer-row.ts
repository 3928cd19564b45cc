import { Customer } from './customer.entity.js';

/** A row of `customers` as SQL hands it out: with dates, or with texts where it travelled as JSON. */
export interface CustomerRow {
  customer_id: string | number;
  name: string | null;
  occupation: string | null;
  type: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  stage: string | null;
  opted_out: boolean;
  attributes: Record<string, unknown>;
  internal: Record<string, unknown>;
  version: number;
  created_at: Date | string;
  updated_at: Date | string;
  external_ids?: Customer['externalIds'] | null;
}

/** Every field of the entity, so that none is forgotten when one is added. */
type CustomerFields = { [Field in keyof Customer]: Customer[Field] };

/** The record behind a row, wherever the row was read. */
export function mapCustomerRow(row: CustomerRow): Customer {
  return Object.assign(new Customer(), {
    customerId: Number(row.customer_id),
    externalIds: row.external_ids ?? [],
    name: row.name,
    occupation: row.occupation,
    type: row.type,
    email: row.email,
    phone: row.phone,
    company: row.company,
    stage: row.stage,
    optedOut: row.opted_out,
    attributes: row.attributes,
    internal: row.internal,
    version: row.version,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  } satisfies CustomerFields);
}
