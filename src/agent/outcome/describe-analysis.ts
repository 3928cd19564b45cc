import { type Intent, type MessageAnalysis, type ShopIntent } from '../../nlu/index.js';
import { type TurnAnalysis } from '../turn.js';

/** Another intent counts as present from this probability on. */
const SECONDARY_FROM = 0.2;

/** The analysis in the shape callers see, with one sentence that sums it up. */
export function describeAnalysis(
  analysis: MessageAnalysis,
  prospectName: string | null,
  read: readonly { intent: Intent | ShopIntent; probability: number }[] = analysis.intents,
): TurnAnalysis {
  const [primary, ...others] = read;
  const intent: Intent | ShopIntent = primary?.intent ?? 'out_of_scope';
  const secondaryIntents = others
    .filter((other) => other.probability >= SECONDARY_FROM && other.intent !== 'out_of_scope')
    .map((other) => other.intent);
  return {
    summary: summarise(intent, secondaryIntents, analysis, prospectName),
    intent,
    intentConfidence: round(primary?.probability ?? 0),
    secondaryIntents,
    entities: analysis.entities,
    sentiment: { label: analysis.sentiment.label, score: round(analysis.sentiment.score) },
    keyPoints: analysis.keyPoints,
    actionRequired: analysis.actionRequired,
    language: analysis.language,
  };
}

const DESCRIPTIONS: Record<Intent | ShopIntent, string> = {
  order_status: 'asks where an order is',
  order_items: 'asks what is in an order',
  order_total: 'asks what an order cost',
  list_orders: 'asks for a list of orders',
  delivery_date: 'asks when an order arrives',
  return_refund: 'asks about a return or refund',
  cancel_order: 'wants to cancel an order',
  product_search: 'looks for products',
  stock_check: 'asks what is in stock',
  price_check: 'asks for a price',
  best_sellers: 'asks what sells best',
  cheaper_alternative: 'asks for something cheaper',
  policy_question: 'asks about the rules of the shop',
  talk_to_person: 'wants to talk to a person',
  pricing_inquiry: 'asks about prices',
  discount_request: 'asks for a discount',
  feature_inquiry: 'asks what the product can do',
  technical_inquiry: 'asks a technical question',
  security_compliance: 'asks about security and compliance',
  competitor_comparison: 'compares with a competitor',
  price_objection: 'objects to the price',
  objection: 'raises an objection',
  timing_inquiry: 'asks about timing',
  decision_process: 'describes how the decision is made',
  demo_request: 'asks for a demonstration',
  trial_request: 'asks for a trial',
  onboarding_inquiry: 'asks about getting started',
  follow_up: 'follows up on an earlier message',
  renewal_inquiry: 'asks about renewal',
  contract_legal: 'asks about the contract',
  support_issue: 'reports a problem',
  buying_signal: 'signals readiness to buy',
  not_interested: 'is not interested',
  opt_out: 'asks not to be contacted again',
  greeting: 'says hello',
  thanks: 'says thank you',
  small_talk: 'makes conversation',
  out_of_scope: 'writes about something outside the offer',
};

function summarise(
  intent: Intent | ShopIntent,
  secondary: readonly (Intent | ShopIntent)[],
  { sentiment }: MessageAnalysis,
  prospectName: string | null,
): string {
  const also = secondary.length === 0 ? '' : ` and also ${secondary.map((other) => DESCRIPTIONS[other]).join(' and ')}`;
  const mood = sentiment.label === 'neutral' ? '' : ` The tone is ${sentiment.label}.`;
  return `${prospectName ?? 'The prospect'} ${DESCRIPTIONS[intent]}${also}.${mood}`;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
