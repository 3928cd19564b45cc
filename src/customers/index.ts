export { CustomersModule } from './customers.module.js';
export { Customer } from './customer.entity.js';
export { CustomerExternalId } from './customer-external-id.entity.js';
export { CustomerRepository } from './customer.repository.js';
export { SampleCustomersService } from './sample-customers.service.js';
export { toProspectFact } from './to-prospect-fact.js';
export { mapCustomerRow, type CustomerRow } from './map-customer-row.js';
export { readCustomerReference } from './read-customer-reference.js';
