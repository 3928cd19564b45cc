import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProblemError } from '../../platform/index.js';
import { InteractionsPerProductRepository, type InteractionFilters } from './interactions-per-product.repository.js';
import { RowCounts } from './row-counts.js';
import { type InteractionsPerProductQuery, type InteractionsPerProductResponse } from './statistics.dto.js';
import { toInteractionsPerProduct } from './to-interactions-per-product.js';

const DEFINITION =
  'An interaction belongs to the product of discussion of its month (UTC, from product_months) and to the type its customer has today. ' +
  'Interactions in a month without a product are counted in without_product; a missing type is "Unknown". distinct_customers counts each customer once per product.';

/** Figures about all customers. */
@Injectable()
export class StatisticsService implements OnModuleInit {
  constructor(
    private readonly perProduct: InteractionsPerProductRepository,
    private readonly rowCounts: RowCounts,
  ) {}

  onModuleInit(): void {
    this.rowCounts.register('customers', 'interactions', 'product_months');
  }

  /** @throws ProblemError `validation_failed` for a range that ends before it begins */
  async interactionsPerProduct(query: InteractionsPerProductQuery): Promise<InteractionsPerProductResponse> {
    const filters = toFilters(query);
    if (filters.from !== null && filters.to !== null && filters.from > filters.to) throw endsBeforeItBegins();
    const rows = await this.perProduct.list(filters);
    return {
      definition: DEFINITION,
      filters: Object.fromEntries(
        Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
      ...toInteractionsPerProduct(rows),
      query: 'statistics.interactions_per_product',
    };
  }
}

const UNFILTERED: InteractionFilters = {
  from: null,
  to: null,
  channel: null,
  topic: null,
  sentiment: null,
  customerType: null,
  product: null,
};

function toFilters({ customer_type: customerType, ...query }: InteractionsPerProductQuery): InteractionFilters {
  const given = Object.entries({ ...query, customerType }).filter(([, value]) => value !== undefined);
  return { ...UNFILTERED, ...Object.fromEntries(given) };
}

function endsBeforeItBegins(): ProblemError {
  return new ProblemError('validation_failed', 'Not valid: ?to.', {
    errors: [{ pointer: '?to', code: 'before_from', message: 'must not lie before from' }],
  });
}
