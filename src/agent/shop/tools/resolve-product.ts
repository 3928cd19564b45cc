import { type ProductRepository, type ShopProduct } from '../../../catalog/index.js';
import { type ShopChoice, type ShopFact } from '../../../llm/index.js';
import { readText, toId } from './read-arguments.js';
import { toProductRecord } from './to-shop-facts.js';

const MAX_CANDIDATES = 5;

export interface ResolvedProduct {
  /** All of that name, where several have it. */
  products: ShopProduct[];
  /** What is to be said about the name itself. */
  facts: ShopFact[];
  /** What to choose from, when nothing has exactly this name. */
  choice: ShopChoice | null;
  input: Record<string, unknown>;
}

/** The product an id or a name means. A name that nothing has exactly is no product, only candidates. */
export async function resolveProduct(
  catalog: ProductRepository,
  args: Record<string, unknown>,
): Promise<ResolvedProduct | undefined> {
  const id = readText(args, 'product_id');
  if (id !== undefined) return byId(catalog, id);
  const text = readText(args, 'product');
  return text === undefined ? undefined : byName(catalog, text);
}

async function byId(catalog: ProductRepository, text: string): Promise<ResolvedProduct> {
  const id = toId(text);
  const product = id === undefined ? undefined : await catalog.findById(id);
  const facts: ShopFact[] =
    product === undefined ? [{ kind: 'product_not_found', query: 'products.by_id', data: { product_id: text } }] : [];
  return { products: product === undefined ? [] : [product], facts, choice: null, input: { product_id: text } };
}

async function byName(catalog: ProductRepository, text: string): Promise<ResolvedProduct> {
  const { exact, close } = await findSpelled(catalog, text);
  const input = { product: text };
  if (exact.length > 0) {
    const facts = exact.length > 1 ? [toMatch(text, 'exact', exact)] : [];
    return { products: exact, facts, choice: null, input };
  }
  const candidates = await withAllWords(catalog, text, close);
  const ids = candidates.map(({ productId }) => productId);
  const match = toMatch(text, ids.length === 0 ? 'none' : 'close', candidates);
  return { products: [], facts: [match], choice: ids.length === 0 ? null : { of: 'product', ids }, input };
}

/** "Beanies" are also looked for as "beanie": not every plural in -ies has a singular in -y. */
async function findSpelled(catalog: ProductRepository, text: string): ReturnType<ProductRepository['findByName']> {
  const found = await catalog.findByName(text, MAX_CANDIDATES);
  const other = text.replace(/ies\b/gi, 'ie');
  return found.exact.length > 0 || other === text ? found : catalog.findByName(other, MAX_CANDIDATES);
}

/** Products that have every word come first: "classic t-shirt" is rather in a longer name than a slip of another one. */
async function withAllWords(
  catalog: ProductRepository,
  text: string,
  close: readonly ShopProduct[],
): Promise<ShopProduct[]> {
  const whole = await catalog.search({ text, limit: MAX_CANDIDATES });
  const others = close.filter(({ productId }) => whole.every((product) => product.productId !== productId));
  return [...whole, ...others].slice(0, MAX_CANDIDATES);
}

function toMatch(text: string, match: 'exact' | 'close' | 'none', products: readonly ShopProduct[]): ShopFact {
  const data = { text, match, count: products.length, products: products.map(toProductRecord) };
  return { kind: 'products', query: 'products.by_name', data };
}
