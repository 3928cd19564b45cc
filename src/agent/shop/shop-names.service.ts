import { Injectable } from '@nestjs/common';
import { ProductRepository } from '../../catalog/index.js';
import { type Lexicon } from '../../nlu/index.js';
import { EventLog } from '../../platform/index.js';
import { type ShopNames } from './understand/read-filter.js';

/** How old the names may be: three short queries. */
const MAX_AGE_MS = 30_000;

interface KnownNames {
  names: ShopNames;
  /** One object while nothing changes: it is compiled once. */
  lexicon: Lexicon;
}

const NONE: KnownNames = { names: { categories: [], brands: [], departments: [] }, lexicon: { entries: [] } };

/** What the shop calls its categories, brands and departments; kept in memory and read again now and then. */
@Injectable()
export class ShopNamesService {
  private known = NONE;
  private readAt = 0;

  constructor(
    private readonly products: ProductRepository,
    private readonly log: EventLog,
  ) {}

  /** A fault leaves the names as they are: a turn that needs the database will say so itself. */
  async get(): Promise<KnownNames> {
    if (Date.now() - this.readAt < MAX_AGE_MS && this.known !== NONE) return this.known;
    try {
      const categories = await this.products.listNames('category');
      const brands = await this.products.listNames('brand');
      const departments = await this.products.listNames('department');
      this.take({ categories, brands, departments });
    } catch (error) {
      this.log.warn('shop_names.not_read', {}, error);
    }
    return this.known;
  }

  private take(names: ShopNames): void {
    // Without products there is nothing to keep: they may be imported any moment.
    if (names.categories.length === 0) return;
    this.readAt = Date.now();
    if (JSON.stringify(names) === JSON.stringify(this.known.names)) return;
    const entries = [
      ...names.categories.map((value) => ({ type: 'category' as const, value, aliases: [] })),
      ...names.brands.map((value) => ({ type: 'brand' as const, value, aliases: [] })),
    ];
    this.known = { names, lexicon: { entries } };
  }
}
