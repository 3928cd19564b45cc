import { type Customer } from '../customer.entity.js';
import { type CustomerDto } from './customer.dto.js';

/** What may be told of a customer: a list of what goes out, so that a new internal column stays in. */
export function toCustomerDto(customer: Customer): CustomerDto {
  return {
    customer_id: customer.customerId,
    external_ids: customer.externalIds.map(({ namespace, externalId }) => ({ namespace, id: externalId })),
    name: customer.name,
    occupation: customer.occupation,
    type: customer.type,
    email: customer.email,
    phone: customer.phone,
    company: customer.company,
    stage: customer.stage,
    opted_out: customer.optedOut,
    attributes: customer.attributes,
    version: customer.version,
    created_at: customer.createdAt.toISOString(),
    updated_at: customer.updatedAt.toISOString(),
  };
}
