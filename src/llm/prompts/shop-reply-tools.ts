import { type LlmTool } from '../llm.port.js';
import { type ShopToolName } from '../shop-reply.facts.js';
import { QUERY_KNOWLEDGE_BASE } from './sales-reply-tools.js';

type Properties = Record<string, Record<string, unknown>>;

const LIMIT = { type: 'integer', minimum: 1, maximum: 20 };
const TEXT = { type: 'string', minLength: 1, maxLength: 200 };
const PRICE = { type: 'string', description: 'A decimal number, e.g. "49.90".' };
const DAY = { type: 'string', description: 'YYYY-MM-DD' };
const PRODUCT: Properties = {
  product_id: { ...TEXT, description: 'The id, where one is known.' },
  product: { ...TEXT, description: 'The name as the customer wrote it.' },
};
const PLACE: Properties = { category: TEXT, brand: TEXT, department: { ...TEXT, description: 'Men or Women.' } };

function tool(name: ShopToolName, description: string, properties: Properties): LlmTool {
  return { name, description, parameters: { type: 'object', properties, additionalProperties: false } };
}

/** The look-ups a model may ask for while answering a customer of the shop. Whose orders they are is decided by the caller. */
export const SHOP_TOOLS: readonly LlmTool[] = [
  tool('look_up_order', "One order of the signed-in customer: status, dates, items, total. By id, or 'which' one.", {
    order_id: TEXT,
    which: { enum: ['last', 'open', 'any'], description: 'The last one, the one that is open, or the only one.' },
  }),
  tool('list_orders', 'The orders of the signed-in customer, the newest first.', {
    limit: LIMIT,
    statuses: { type: 'array', items: { enum: ['Processing', 'Shipped', 'Complete', 'Cancelled', 'Returned'] } },
  }),
  tool('check_stock', 'Price and stock left of one product.', PRODUCT),
  tool('search_products', 'Products by words, category, brand, department and price.', {
    text: TEXT,
    ...PLACE,
    min_price: PRICE,
    max_price: PRICE,
    in_stock: { type: 'boolean' },
    limit: LIMIT,
  }),
  tool('rank_sales', 'The best-selling products.', { ...PLACE, from: DAY, to: DAY, limit: LIMIT }),
  tool('find_alternatives', 'Cheaper products of the same category and department that are in stock.', {
    ...PRODUCT,
    limit: LIMIT,
  }),
  tool('hand_off', 'Flags the conversation for a person of the team.', { reason: TEXT }),
  QUERY_KNOWLEDGE_BASE,
];
