import { type ShopIntent } from '../nlu/index.js';
import { type ToolObservation } from './llm.port.js';

/** One order as it may be told to the user it belongs to. Times are RFC 3339 UTC, `total` is a decimal. */
export interface OrderRecord {
  order_id: number;
  status: string;
  created_at: string;
  shipped_at: string | null;
  delivered_at: string | null;
  returned_at: string | null;
  item_count: number;
  total: string;
}

export interface OrderItemRecord {
  order_item_id: number;
  product_id: number;
  name: string;
  brand: string | null;
  status: string;
  sale_price: string;
}

/** `stock` is what is left: inventory rows that were not sold. */
export interface ProductRecord {
  product_id: number;
  name: string;
  brand: string | null;
  category: string | null;
  department: string | null;
  price: string;
  stock: number;
}

export interface RankedProduct extends ProductRecord {
  rank: number;
  /** Order items that were neither cancelled nor returned. */
  sold: number;
  /** All order items. */
  order_items: number;
}

/** What products were looked for by; what was not named is left out. */
export interface ProductFilter {
  text?: string;
  category?: string;
  brand?: string;
  department?: string;
  min_price?: string;
  max_price?: string;
  in_stock?: boolean;
  from?: string;
  to?: string;
}

/** A record or figure an answer may state, with the name of the query it comes from. */
export type ShopFact =
  | { kind: 'order'; query: 'orders.status'; data: OrderRecord }
  | { kind: 'order_not_found'; query: 'orders.status'; data: { order_id: string } }
  | { kind: 'order_items'; query: 'orders.items'; data: { order_id: number; count: number; items: OrderItemRecord[] } }
  | {
      kind: 'orders';
      query: 'orders.list';
      data: { statuses: readonly string[] | null; count: number; has_more: boolean; orders: OrderRecord[] };
    }
  | { kind: 'stock'; query: 'products.stock'; data: ProductRecord }
  | {
      kind: 'products';
      query: 'products.by_name';
      data: { text: string; match: 'exact' | 'close' | 'none'; count: number; products: ProductRecord[] };
    }
  | { kind: 'product_not_found'; query: 'products.by_id'; data: { product_id: string } }
  | {
      kind: 'products';
      query: 'products.search';
      data: { filter: ProductFilter; count: number; has_more: boolean; products: ProductRecord[] };
    }
  | {
      kind: 'sales_ranking';
      query: 'products.rank_sales';
      data: {
        definition: string;
        filter: ProductFilter;
        count: number;
        products: RankedProduct[];
        /** Products that sold equally often, in the order of their ids. */
        ties: { sold: number; product_ids: number[] }[];
      };
    }
  | {
      kind: 'alternatives';
      query: 'products.alternatives';
      data: { product: ProductRecord; count: number; products: ProductRecord[] };
    };

export type ShopToolName =
  'look_up_order' | 'list_orders' | 'check_stock' | 'search_products' | 'rank_sales' | 'find_alternatives' | 'hand_off';

/** What of several things was meant has to be asked. */
export interface ShopChoice {
  of: 'order' | 'product';
  ids: number[];
}

export interface ShopToolObservation {
  tool: ShopToolName;
  callId: string;
  status: 'ok' | 'empty' | 'error' | 'denied';
  /** As the model wrote them. */
  arguments: Record<string, unknown>;
  facts: ShopFact[];
  choice: ShopChoice | null;
}

export type ShopObservation =
  | ShopToolObservation
  | (Extract<ToolObservation, { tool: 'query_knowledge_base' }> & { arguments: Record<string, unknown> });

/** What the data does not have. */
export type MissingAttribute = 'size' | 'colour' | 'discount' | 'shipping_fee' | 'restock_date' | 'material';

/** One thing a message wants, with everything it names; what it does not name is null. */
export interface ShopWant {
  intent: Exclude<ShopIntent, 'greeting' | 'thanks' | 'small_talk' | 'out_of_scope'>;
  /** The part of the message that says so. */
  text: string;
  orderId: string | null;
  which: 'last' | 'open' | 'any' | null;
  productId: string | null;
  productName: string | null;
  filter: ProductFilter;
  limit: number | null;
  statuses: readonly string[] | null;
  missing: readonly MissingAttribute[];
}

/** The typed facts of "answer this customer of the shop": what the prompt was rendered from. */
export interface ShopReplyFacts {
  message: string;
  /** Oldest first, without the message itself. */
  history: { sender: 'prospect' | 'agent'; content: string }[];
  /** ISO 639-1, or `und`. */
  language: string;
  /** The main intent of the message. */
  intent: ShopIntent;
  /** Read with what the conversation was about before. */
  wants: readonly ShopWant[];
  /** What was asked before, in one line for a language model; empty at the beginning. */
  context: string;
  /** Whether the caller is a known user of the shop; without one there are no orders. */
  isSignedIn: boolean;
  /** The message asks for other people's data, or tries to give the assistant orders. */
  refusal: 'other_people' | 'instructions' | null;
  observations: readonly ShopObservation[];
}
