/** The intents of the contract, sales side. */
export const SALES_INTENTS = [
  'pricing_inquiry',
  'discount_request',
  'feature_inquiry',
  'technical_inquiry',
  'security_compliance',
  'competitor_comparison',
  'price_objection',
  'objection',
  'timing_inquiry',
  'decision_process',
  'demo_request',
  'trial_request',
  'onboarding_inquiry',
  'follow_up',
  'renewal_inquiry',
  'contract_legal',
  'support_issue',
  'buying_signal',
  'not_interested',
  'opt_out',
  'greeting',
  'thanks',
  'small_talk',
  'out_of_scope',
] as const;
export type Intent = (typeof SALES_INTENTS)[number];

/** The intents of the contract, shop side, with the courtesies both sides hear. */
export const SHOP_INTENTS = [
  'order_status',
  'order_items',
  'order_total',
  'list_orders',
  'delivery_date',
  'return_refund',
  'cancel_order',
  'product_search',
  'stock_check',
  'price_check',
  'best_sellers',
  'cheaper_alternative',
  'policy_question',
  'talk_to_person',
  'greeting',
  'thanks',
  'small_talk',
  'out_of_scope',
] as const;
export type ShopIntent = (typeof SHOP_INTENTS)[number];

export const ENTITY_TYPES = [
  'money',
  'percent',
  'date',
  'duration',
  'email',
  'phone',
  'order_id',
  'product_id',
  'product',
  'plan',
  'competitor',
  'company',
  'company_size',
  'quantity',
  'person',
  'category',
  'brand',
  'location',
  'integration',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** `text` is the message from `start` to `end` (UTF-16 units, end exclusive); `value` its normal form. */
export interface Entity {
  type: EntityType;
  value: string;
  text: string;
  start: number;
  end: number;
}

export interface IntentScore<Label extends string = Intent> {
  intent: Label;
  /**
   * 0..1. The first: that the main intent is this one, calibrated. Every other one: that the message has it besides; a
   * message may have several, so the probabilities of one message need not sum to 1.
   */
  probability: number;
}

export interface Sentiment {
  label: 'positive' | 'neutral' | 'negative';
  /** -1..1 */
  score: number;
}

/** What was understood of one message without any model. */
export interface MessageAnalysis {
  /** ISO 639-1, or `und` where the text gives no hint. */
  language: string;
  /** Most probable first; never empty. */
  intents: IntentScore[];
  entities: Entity[];
  sentiment: Sentiment;
  /** The message's own statements and questions, shortened; empty for a message without any. */
  keyPoints: string[];
  /** Whether somebody has to do something: a question, a request, a complaint, an objection. */
  actionRequired: boolean;
}

/** Names of the company that uses the product, handed in: the analysis itself knows no company. */
export interface Lexicon {
  entries: readonly { type: EntityType; value: string; aliases: readonly string[] }[];
  /** The plans of the price list, the smallest first. */
  ladder?: readonly Tier[];
}

/** A plan and what its price list names as prices, in the list's currency. */
export interface Tier {
  name: string;
  prices: readonly number[];
}
