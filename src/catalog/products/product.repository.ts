import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { foldName, keyOf } from '../names/fold-name.js';
import { isTelling, MIN_SIMILARITY, rateName } from '../names/rate-name.js';
import { varyWord } from '../names/vary-word.js';
import {
  type FoundProducts,
  type ProductFilter,
  type RankedProduct,
  type SalesFilter,
  type SalesRanking,
  type ShopProduct,
  UNSOLD_STATUSES,
} from '../shop.js';
import { IN_STOCK, PRODUCT_COLUMNS, type ProductRow, toProduct } from './select-product.js';

/** Candidates for a name that are looked at closely. */
const MAX_CANDIDATES = 200;
const MAX_NAMES = 5_000;
const UNSOLD = UNSOLD_STATUSES.map((status) => `'${status}'`).join(', ');

/**
 * The words a text asks for (parameter 1, from `askOf`), and the words of products each of them may mean: itself, or where no
 * product has it (`shrit`, not `skirt`), those one slip away. Only words with `seek` are looked for.
 */
const MEANT_WORDS = `
  asked AS (
    SELECT a.ordinal, a.word, a.variants, a.seek, EXISTS (SELECT FROM product_words k WHERE k.word = a.word) AS is_known
    FROM jsonb_to_recordset($1::jsonb) AS a (ordinal integer, word text, variants text[], seek boolean)
  ), meant AS (
    SELECT ordinal, word FROM asked WHERE seek AND is_known
    UNION ALL
    SELECT a.ordinal, w.word FROM asked a JOIN product_words w ON w.variants && a.variants
    WHERE a.seek AND NOT a.is_known AND cardinality(a.variants) > 1 AND cardinality(w.variants) > 1
  )`;

function askOf(words: readonly string[], seek: (word: string) => boolean): string {
  const asked = words.map((word, ordinal) => ({ ordinal, word, variants: varyWord(word), seek: seek(word) }));
  return JSON.stringify(asked);
}

function conditionsOf(filter: ProductFilter): (string | boolean | null)[] {
  const { category, brand, department, minPrice, maxPrice, inStock } = filter;
  return [category, brand, department, minPrice, maxPrice, inStock].map((value) => value ?? null);
}

/** Where a page of a ranking begins: behind this product. */
export interface RankPosition {
  sold: number;
  productId: number;
}

interface NamedRow extends ProductRow {
  name_key: string;
  search_key: string;
  /** Asked words that products have. */
  known_words: string[];
}

/** Products by intent, each question one statement. */
@Injectable()
export class ProductRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether the shop has any. */
  async hasProducts(): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>('SELECT 1 FROM products LIMIT 1')).length > 0;
  }

  async findById(productId: number): Promise<ShopProduct | undefined> {
    if (!Number.isSafeInteger(productId)) return undefined;
    const rows = await this.dataSource.query<ProductRow[]>(
      `SELECT ${PRODUCT_COLUMNS} FROM products p WHERE p.product_id = $1`,
      [productId],
    );
    return rows.map(toProduct)[0];
  }

  /**
   * Products of this name, whatever the order of its words, and those whose name is near: mis-encoded letters and slips of the
   * keyboard are forgiven, parts of words are not taken for words.
   */
  async findByName(text: string, limit: number): Promise<FoundProducts> {
    const asked = foldName(text);
    if (asked.length === 0) return { exact: [], close: [] };
    const key = keyOf(asked);
    const rows = await this.dataSource.query<NamedRow[]>(
      `WITH ${MEANT_WORDS},
       hits AS (
         SELECT p.product_id, count(DISTINCT m.ordinal) AS words FROM meant m
         JOIN products p ON string_to_array(p.search_key, ' ') @> ARRAY[m.word] GROUP BY p.product_id
       ), best AS (
         SELECT product_id FROM products WHERE name_key = $2
         UNION
         (SELECT h.product_id FROM hits h JOIN products p USING (product_id)
          ORDER BY h.words DESC, length(p.search_key), h.product_id LIMIT ${MAX_CANDIDATES})
       )
       SELECT ${PRODUCT_COLUMNS}, p.name_key, p.search_key, ARRAY(SELECT word FROM asked WHERE is_known) AS known_words
       FROM best JOIN products p USING (product_id) ORDER BY p.product_id`,
      [askOf(asked, asked.some(isTelling) ? isTelling : () => true), key],
    );
    const exact = rows.filter((row) => row.name_key === key).map(toProduct);
    const close = rows
      .filter((row) => row.name_key !== key)
      .map((row) => ({
        ...toProduct(row),
        similarity: rateName(asked, row.search_key.split(' '), new Set(row.known_words)),
      }))
      .filter(({ similarity }) => similarity >= MIN_SIMILARITY)
      .sort((a, b) => b.similarity - a.similarity || a.productId - b.productId);
    return { exact: exact.slice(0, limit), close: close.slice(0, limit) };
  }

  /** By product id; with a text, those that have every word of it in name, brand, category or department. */
  async search(filter: ProductFilter & { limit: number; afterId?: number }): Promise<ShopProduct[]> {
    const words = filter.text === undefined ? [] : foldName(filter.text);
    if (filter.text !== undefined && words.length === 0) return [];
    const rows = await this.dataSource.query<ProductRow[]>(
      `WITH ${MEANT_WORDS}
       SELECT ${PRODUCT_COLUMNS} FROM products p
       WHERE p.product_id > $2
         AND ($3 = 0 OR (SELECT count(DISTINCT m.ordinal) FROM meant m
                         WHERE string_to_array(p.search_key, ' ') @> ARRAY[m.word]) = $3)
         AND ($3 = 0 OR string_to_array(p.search_key, ' ') && ARRAY(SELECT word FROM meant))
         AND ($4::text IS NULL OR lower(p.category) = lower($4)) AND ($5::text IS NULL OR lower(p.brand) = lower($5))
         AND ($6::text IS NULL OR lower(p.department) = lower($6))
         AND ($7::numeric IS NULL OR round(p.retail_price, 2) >= $7) AND ($8::numeric IS NULL OR round(p.retail_price, 2) <= $8)
         AND ($9::boolean IS NULL OR ${IN_STOCK} = $9)
       ORDER BY p.product_id LIMIT $10`,
      [askOf(words, () => true), filter.afterId ?? 0, words.length, ...conditionsOf(filter), filter.limit],
    );
    return rows.map(toProduct);
  }

  /** What sold most: order items neither cancelled nor returned, in orders of the asked days; equals by product id. */
  async rankSales(filter: SalesFilter & { limit: number; after?: RankPosition | undefined }): Promise<SalesRanking> {
    const { from, to, category, brand, department, limit, after } = filter;
    const rows = await this.dataSource.query<(ProductRow & { sold: number; order_items: number })[]>(
      `WITH sales AS (
         SELECT x.product_id, (count(*) FILTER (WHERE x.status NOT IN (${UNSOLD})))::integer AS sold, count(*)::integer AS order_items
         FROM order_items x
         WHERE ($1::date IS NULL AND $2::date IS NULL) OR EXISTS (
           SELECT FROM orders o WHERE o.order_id = x.order_id
             AND ($1::date IS NULL OR o.created_at >= $1::date::timestamp AT TIME ZONE 'UTC')
             AND ($2::date IS NULL OR o.created_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC'))
         GROUP BY x.product_id
       ), best AS (
         SELECT s.* FROM sales s JOIN products p USING (product_id)
         WHERE s.sold > 0 AND ($3::text IS NULL OR lower(p.category) = lower($3)) AND ($4::text IS NULL OR lower(p.brand) = lower($4))
           AND ($5::text IS NULL OR lower(p.department) = lower($5))
           AND ($7::integer IS NULL OR (-s.sold, s.product_id) > (-$7, $8::bigint))
         ORDER BY s.sold DESC, s.product_id LIMIT $6
       )
       SELECT ${PRODUCT_COLUMNS}, b.sold, b.order_items FROM best b JOIN products p USING (product_id)
       ORDER BY b.sold DESC, p.product_id`,
      [
        ...[from, to, category, brand, department].map((value) => value ?? null),
        // One more tells whether a tie was cut.
        limit + 1,
        after?.sold ?? null,
        after?.productId ?? null,
      ],
    );
    const ranked = rows.map((row): RankedProduct => ({
      ...toProduct(row),
      sold: row.sold,
      orderItems: row.order_items,
    }));
    const tiesBrokenById = ranked.some(({ sold }, at) => sold === ranked[at + 1]?.sold);
    return { rows: ranked.slice(0, limit), tiesBrokenById };
  }

  /** Same category and department, a lower price, at least one in stock; the cheapest first. */
  async findAlternatives(productId: number, limit: number): Promise<ShopProduct[]> {
    if (!Number.isSafeInteger(productId)) return [];
    const rows = await this.dataSource.query<ProductRow[]>(
      `SELECT ${PRODUCT_COLUMNS} FROM products asked
       JOIN products p ON lower(p.category) = lower(asked.category) AND p.department IS NOT DISTINCT FROM asked.department
         AND p.retail_price < asked.retail_price AND round(p.retail_price, 2) < round(asked.retail_price, 2)
       WHERE asked.product_id = $1 AND ${IN_STOCK}
       ORDER BY p.retail_price, p.product_id LIMIT $2`,
      [productId, limit],
    );
    return rows.map(toProduct);
  }

  /** What the products' categories, brands or departments are called, A-Z; bounded, because a lexicon is held in memory. */
  async listNames(kind: 'category' | 'brand' | 'department'): Promise<string[]> {
    const rows = await this.dataSource.query<{ name: string }[]>(
      `SELECT DISTINCT ${kind} AS name FROM products WHERE ${kind} IS NOT NULL ORDER BY name LIMIT ${MAX_NAMES}`,
    );
    return rows.map(({ name }) => name);
  }
}
