export * from './embedding.port.js';
export * from './llm.port.js';
export * from './customer-content.facts.js';
export * from './shop-reply.facts.js';
export { LlmError, type LlmErrorCode } from './llm-error.js';
export { LlmModule } from './llm.module.js';
export {
  CUSTOMER_CONTENT_PROMPT_VERSION,
  renderCustomerContent,
  type CustomerContentOptions,
} from './prompts/render-customer-content.prompt.js';
export { estimateTokens } from './prompts/trim-history.js';
export { findChannel, type KnownChannel } from './providers/offline/content/name-channel.js';
export { readFirstName, readFullName } from './providers/offline/read-first-name.js';
export {
  renderSalesReply,
  SALES_REPLY_PROMPT_VERSION,
  type SalesReplyOptions,
} from './prompts/render-sales-reply.prompt.js';
export {
  renderShopReply,
  SHOP_REPLY_PROMPT_VERSION,
  type ShopReplyOptions,
} from './prompts/render-shop-reply.prompt.js';
export { FETCH_PROSPECT_DETAILS, QUERY_KNOWLEDGE_BASE } from './prompts/sales-reply-tools.js';
export { OfflineEmbeddingProvider } from './providers/offline-embedding.provider.js';
export { OfflineProvider } from './providers/offline.provider.js';
export { lacksSubject } from './providers/offline/shop/list-calls.js';
export { chooseShopTools } from './providers/offline/shop/choose-shop-tools.js';
export { writeClarification } from './providers/offline/shop/write-clarification.js';
export { chooseTools } from './providers/offline/choose-tools.js';
export { reviewEvidence, type EvidenceReview } from './providers/offline/review-evidence.js';
export { OpenAiProvider, type OpenAiOptions } from './providers/openai.provider.js';
export { ScriptedProvider, UnscriptedCallError, type ScriptedStep } from './providers/scripted.provider.js';
export { costOfTokens } from './usage/cost-of-tokens.js';
export { sumUsage } from './usage/sum-usage.js';
