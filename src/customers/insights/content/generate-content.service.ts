import { Inject, Injectable } from '@nestjs/common';
import {
  APP_CONFIG,
  type AppConfig,
  type Caller,
  DrainState,
  mayActFor,
  ProblemError,
} from '../../../platform/index.js';
import { type Customer } from '../../customer.entity.js';
import { CustomerRepository } from '../../customer.repository.js';
import { type ContentWishes, type GenerateContentResponse } from './content.dto.js';
import { toContentResponse } from './content.mapper.js';
import { ContentReader } from './write/content-reader.service.js';
import { ContentWriter } from './write/content-writer.service.js';
import { type ContentRequest } from './write/gather-facts.js';

const DECIMAL = /^[1-9]\d{0,15}$/;

/** A text for one customer, now. */
@Injectable()
export class GenerateContentService {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly reader: ContentReader,
    private readonly writer: ContentWriter,
    private readonly drain: DrainState,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws ProblemError `customer_not_found` (also for whom the key may not see), `customer_opted_out`, `deadline_exceeded` */
  async generate(customerId: string, wishes: ContentWishes, caller: Caller): Promise<GenerateContentResponse> {
    const startedAt = performance.now();
    const customer = await this.getVisible(customerId, caller);
    if (customer.optedOut) throw new ProblemError('customer_opted_out', 'This customer does not want to be contacted.');
    const request = toContentRequest(wishes);
    const found = await this.reader.readInteractions([customer.customerId], request);
    const { interactions, material } = await this.reader.prepare(
      customer,
      found.get(customer.customerId) ?? [],
      request,
    );
    const written = await this.inTime((signal) => this.writer.write(material, signal));
    return toContentResponse(customer.customerId, interactions, material, written, performance.now() - startedAt);
  }

  /** A bound key sees its own customer; anybody else does not exist for it. */
  private async getVisible(reference: string, caller: Caller): Promise<Customer> {
    if (!DECIMAL.test(reference)) throw notFound();
    const customer = await this.customers.getById(Number(reference));
    if (!mayActFor(caller, String(customer.customerId))) throw notFound();
    return customer;
  }

  /** The timer is held, because one nobody holds may be collected before it fires. */
  private async inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const leave = this.drain.enter();
    const controller = new AbortController();
    const timer = setTimeout(() => {
      controller.abort(new ProblemError('deadline_exceeded'));
    }, this.config.turn.deadlineMs);
    try {
      return await work(controller.signal);
    } finally {
      clearTimeout(timer);
      leave();
    }
  }
}

/** Wishes with their defaults. */
export function toContentRequest({ type, tone, language, about }: ContentWishes): ContentRequest {
  return { type: type ?? 'email', tone: tone ?? 'friendly', language: language ?? 'en', about: about ?? null };
}

function notFound(): ProblemError {
  return new ProblemError('customer_not_found', 'No customer has this id.');
}
