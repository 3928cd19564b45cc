import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  badCursor,
  IdempotencyService,
  ProblemError,
  readCursor,
  type Caller,
  type IdempotencyRequest,
  type IdempotentAnswer,
} from '../../platform/index.js';
import { toCsvLine } from '../../shared/csv-line.js';
import { toPage, type Page } from '../../shared/cursor-page.js';
import { type Customer } from '../customer.entity.js';
import { CustomerRepository } from '../customer.repository.js';
import { readCustomerId } from '../read-customer-id.js';
import { refreshRollup } from '../statistics/refresh-rollup.js';
import { CustomerRecordRepository, type CustomerFilters, type CustomerValues } from './customer-record.repository.js';
import {
  type CreateCustomerRequest,
  type CustomerDto,
  type CustomerFields,
  type CustomerFilterQuery,
  type CustomerListQuery,
  type PatchCustomerRequest,
} from './customer.dto.js';
import { toCustomerDto } from './customer.mapper.js';
import { checkIfMatch } from './etag.js';
import { CUSTOMER_CSV_HEADER, toCustomerCsvCells } from './export-cells.js';
import { mergePatch } from './merge-patch.js';

const EXPORT_BATCH = 1_000;

/** The CRM record as callers see and change it. What a caller may not see does not exist for them. */
@Injectable()
export class CustomerService {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly records: CustomerRecordRepository,
    private readonly idempotency: IdempotencyService,
    private readonly dataSource: DataSource,
  ) {}

  async list(query: CustomerListQuery): Promise<Page<CustomerDto>> {
    const rows = await this.records.list(toFilters(query), readIdCursor(query.cursor), query.limit + 1);
    const { data, page } = toPage(rows, query.limit, ({ customerId }) => [customerId]);
    return { data: data.map(toCustomerDto), page };
  }

  /** The filtered list as CSV, in pieces of a thousand customers; the first is read before anything is told. */
  async export(query: CustomerFilterQuery): Promise<AsyncIterable<string>> {
    const filters = toFilters(query);
    return this.exportFrom(filters, await this.records.list(filters, 0, EXPORT_BATCH));
  }

  private async *exportFrom(filters: CustomerFilters, first: Customer[]): AsyncGenerator<string> {
    yield toCsvLine(CUSTOMER_CSV_HEADER);
    for (let batch = first; batch.length > 0;) {
      yield batch.map((customer) => toCsvLine(toCustomerCsvCells(customer))).join('');
      const last = batch.at(-1);
      if (last === undefined || batch.length < EXPORT_BATCH) return;
      batch = await this.records.list(filters, last.customerId, EXPORT_BATCH);
    }
  }

  /** @throws ProblemError `customer_not_found` */
  async get(id: string, caller: Caller): Promise<CustomerDto> {
    return toCustomerDto(await this.customers.getById(readCustomerId(id, caller)));
  }

  /** @throws ProblemError `forbidden` for a key bound to one user, `conflict` for an external id that is taken */
  async create(
    body: CreateCustomerRequest,
    caller: Caller,
    idempotency: IdempotencyRequest | null,
  ): Promise<IdempotentAnswer<CustomerDto>> {
    if (caller.boundUserId !== null)
      throw new ProblemError('forbidden', 'A key that is bound to one user makes no customers.');
    const { external_ids, ...fields } = body;
    const values = applyFields(NOBODY, fields);
    if ((external_ids ?? []).length === 0 && JSON.stringify(values) === JSON.stringify(NOBODY)) throw saysNothing();
    return this.idempotency.run(idempotency, async (manager) => {
      const made = await this.records.insert(values, external_ids ?? [], manager);
      return { status: 201, body: toCustomerDto(made) };
    });
  }

  /** @throws ProblemError `customer_not_found`, `precondition_required`, `precondition_failed` */
  async patch(
    id: string,
    patch: PatchCustomerRequest,
    ifMatch: string | undefined,
    caller: Caller,
  ): Promise<CustomerDto> {
    const customerId = readCustomerId(id, caller);
    return this.dataSource.transaction(async (manager) => {
      const before = await this.records.lock(customerId, manager);
      if (before === undefined) throw notFound();
      checkIfMatch(ifMatch, before.version);
      const values = applyFields(before, patch);
      if (JSON.stringify(values) === JSON.stringify(applyFields(before, {}))) return toCustomerDto(before);
      const changed = await this.records.update(customerId, values, manager);
      if (values.type !== before.type) await refreshRollup(manager, { customer: customerId });
      return toCustomerDto(Object.assign(before, values, changed));
    });
  }

  /** With everything that hangs on them; conversations stay, without their customer. */
  async delete(id: string, caller: Caller): Promise<void> {
    const customerId = readCustomerId(id, caller);
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.records.delete(customerId, manager))) throw notFound();
      await refreshRollup(manager, { customer: customerId });
    });
  }
}

const NOBODY: CustomerValues = {
  name: null,
  occupation: null,
  type: null,
  email: null,
  phone: null,
  company: null,
  stage: null,
  optedOut: false,
  attributes: {},
};

/** The values after a change; always in the same order, so that two of them can be compared as JSON. */
function applyFields(before: CustomerValues, fields: CustomerFields): CustomerValues {
  const { opted_out: optedOut, attributes, ...texts } = fields;
  const pick = (name: keyof typeof texts): string | null => {
    const value = texts[name];
    return value === undefined ? before[name] : value;
  };
  return {
    name: pick('name'),
    occupation: pick('occupation'),
    type: pick('type'),
    email: pick('email'),
    phone: pick('phone'),
    company: pick('company'),
    stage: pick('stage'),
    optedOut: optedOut ?? before.optedOut,
    attributes: attributes === undefined ? before.attributes : mergePatch(before.attributes, attributes),
  };
}

function toFilters(query: CustomerFilterQuery): CustomerFilters {
  const { type = null, stage = null, company = null, q = null, opted_out: optedOut } = query;
  return { type, stage, company, search: q, optedOut: optedOut === undefined ? null : optedOut === 'true' };
}

function readIdCursor(cursor: string | undefined): number {
  const [id] = readCursor(cursor, 1) ?? [0];
  if (typeof id !== 'number' || id < 0) throw badCursor();
  return id;
}

function saysNothing(): ProblemError {
  return new ProblemError('validation_failed', 'Say at least one thing about the customer.', {
    errors: [{ pointer: '', code: 'empty', message: 'says nothing about the customer' }],
  });
}

function notFound(): ProblemError {
  return new ProblemError('customer_not_found', 'No customer has this id.');
}
