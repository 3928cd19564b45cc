import { Module } from '@nestjs/common';
import { APP_CONFIG, type AppConfig, EventLog, Metrics } from '../platform/index.js';
import { composeProvider, createBackends } from './compose-provider.js';
import { EMBEDDING_PROVIDER, type EmbeddingProvider } from './embedding.port.js';
import { LLM_BACKENDS, LLM_PROVIDER, type LlmAttempt, type LlmProvider } from './llm.port.js';
import { OfflineEmbeddingProvider } from './providers/offline-embedding.provider.js';
import { type AttemptListener } from './resilience/with-attempt-record.js';

/** One log line and one count for every attempt; the stored row is written by whoever closes the turn. */
export function reportAttempts(log: EventLog, metrics: Metrics): AttemptListener {
  return (attempt: LlmAttempt) => {
    metrics.recordLlmCall(attempt.provider, attempt.status);
    const fields = {
      provider: attempt.provider,
      model: attempt.model,
      status: attempt.status,
      error_code: attempt.errorCode,
      input_tokens: attempt.inputTokens,
      output_tokens: attempt.outputTokens,
      duration_ms: attempt.durationMs,
    };
    if (attempt.status === 'ok' || attempt.errorCode === 'aborted') log.info('model.call', fields);
    else log.warn('model.call', fields);
  };
}

const EMBEDDERS: Record<AppConfig['embedding']['provider'], () => EmbeddingProvider> = {
  offline: () => new OfflineEmbeddingProvider(),
};

@Module({
  providers: [
    { provide: LLM_BACKENDS, inject: [APP_CONFIG], useFactory: (config: AppConfig) => createBackends(config.llm) },
    {
      provide: LLM_PROVIDER,
      inject: [LLM_BACKENDS, APP_CONFIG, EventLog, Metrics],
      useFactory: (backends: LlmProvider[], config: AppConfig, log: EventLog, metrics: Metrics): LlmProvider =>
        composeProvider(backends, config.llm, reportAttempts(log, metrics)),
    },
    {
      provide: EMBEDDING_PROVIDER,
      inject: [APP_CONFIG],
      useFactory: (config: AppConfig): EmbeddingProvider => EMBEDDERS[config.embedding.provider](),
    },
  ],
  exports: [LLM_PROVIDER, EMBEDDING_PROVIDER],
})
export class LlmModule {}
