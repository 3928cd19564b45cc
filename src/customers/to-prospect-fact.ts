import { type ProspectFact } from '../llm/index.js';
import { type Customer } from './customer.entity.js';

/** The little that a draft may know about the person it is written to. A list of what goes in, not of what stays out. */
export function toProspectFact(customer: Pick<Customer, 'name' | 'company' | 'occupation' | 'stage'>): ProspectFact {
  return {
    name: customer.name,
    company: customer.company,
    occupation: customer.occupation,
    stage: customer.stage,
  };
}
