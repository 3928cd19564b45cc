import { Injectable } from '@nestjs/common';
import { badCursor, ProblemError, readCursor } from '../../platform/index.js';
import { toPage, type Page } from '../../shared/cursor-page.js';
import { ProductRepository, type RankPosition } from '../products/product.repository.js';
import {
  type PopularProductDto,
  type PopularProductsQuery,
  type ProductDto,
  type ProductListQuery,
} from './product.dto.js';
import { toPopularProductDto, toProductDto } from './product.mapper.js';
import { readShopId } from './read-shop-id.js';

/** What the shop sells, as callers see it: nobody's in particular, so every reading key may. */
@Injectable()
export class ProductService {
  constructor(private readonly products: ProductRepository) {}

  async list({ q, category, brand, department, ...query }: ProductListQuery): Promise<Page<ProductDto>> {
    const afterId = readIdCursor(query.cursor);
    const filter = {
      ...(q === undefined ? {} : { text: q }),
      ...present({ category, brand, department }),
      ...present({ minPrice: query.min_price, maxPrice: query.max_price }),
      ...(query.in_stock === undefined ? {} : { inStock: query.in_stock }),
    };
    const found = await this.products.search({ ...filter, afterId, limit: query.limit + 1 });
    const { data, page } = toPage(found, query.limit, (product) => [product.productId]);
    return { data: data.map(toProductDto), page };
  }

  /** @throws ProblemError `validation_failed` for a range that ends before it begins */
  async rank({ limit, cursor, ...filters }: PopularProductsQuery): Promise<Page<PopularProductDto>> {
    const after = readRankCursor(cursor);
    if (filters.from !== undefined && filters.to !== undefined && filters.from > filters.to) throw endsBeforeItBegins();
    const { rows } = await this.products.rankSales({ ...present(filters), after, limit: limit + 1 });
    const { data, page } = toPage(rows, limit, (product) => [product.sold, product.productId]);
    return { data: data.map(toPopularProductDto), page };
  }

  /** @throws ProblemError `not_found` */
  async get(id: string): Promise<ProductDto> {
    const productId = readShopId(id);
    const product = productId === undefined ? undefined : await this.products.findById(productId);
    if (product === undefined) throw new ProblemError('not_found', 'No product has this id.');
    return toProductDto(product);
  }
}

/** Filters that were given. */
function present<K extends string>(filters: Partial<Record<K, string | undefined>>): Partial<Record<K, string>> {
  const given = Object.entries<string | undefined>(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Record<K, string>>;
}

function readIdCursor(cursor: string | undefined): number {
  const [id = 0] = readCursor(cursor, 1) ?? [];
  if (typeof id !== 'number') throw badCursor();
  return id;
}

function readRankCursor(cursor: string | undefined): RankPosition | undefined {
  const key = readCursor(cursor, 2);
  if (key === undefined) return undefined;
  const [sold, productId] = key;
  if (typeof sold !== 'number' || typeof productId !== 'number') throw badCursor();
  return { sold, productId };
}

function endsBeforeItBegins(): ProblemError {
  return new ProblemError('validation_failed', 'Not valid: ?to.', {
    errors: [{ pointer: '?to', code: 'before_from', message: 'must not lie before from' }],
  });
}
