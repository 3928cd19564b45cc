import {
  type LlmProvider,
  type LlmRequest,
  type LlmResult,
  type LlmStreamPart,
  type LlmToolCall,
} from '../llm.port.js';
import { chooseTools } from './offline/choose-tools.js';
import { composeCustomerContent } from './offline/content/compose-customer-content.js';
import { composeSalesReply } from './offline/compose-sales-reply.js';
import { chooseShopTools } from './offline/shop/choose-shop-tools.js';
import { composeShopReply } from './offline/shop/compose-shop-reply.js';
import { splitDeltas } from './offline/split-deltas.js';

/**
 * The model that is always there: deterministic, no key, no network. It reads the facts of the task instead of the
 * prompt: chooses tools, and writes its answer from what they brought back and from nothing else.
 */
export class OfflineProvider implements LlmProvider {
  readonly name = 'offline';
  readonly model = 'rapport-offline-1';

  // An async generator for the port's sake: everything it does is computing.
  async *stream(request: LlmRequest, signal: AbortSignal): AsyncGenerator<LlmStreamPart> {
    await Promise.resolve();
    signal.throwIfAborted();
    const { text, toolCalls } = answer(request);
    for (const call of toolCalls) yield { type: 'tool-call', call };
    // Content is read whole, and written by the thousand: nobody watches it grow.
    for (const delta of request.task.name === 'sales_reply' ? splitDeltas(text) : [text]) {
      signal.throwIfAborted();
      yield { type: 'text-delta', delta };
    }
    yield { type: 'finish', result: this.toResult(text, toolCalls) };
  }

  private toResult(text: string, toolCalls: LlmToolCall[]): LlmResult {
    return {
      provider: this.name,
      model: this.model,
      text,
      toolCalls,
      finishReason: toolCalls.length > 0 ? 'tool_calls' : 'stop',
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
      degraded: false,
      degradedReason: null,
      attempts: [],
    };
  }
}

function answer({ task, tools }: LlmRequest): Pick<LlmResult, 'text' | 'toolCalls'> {
  switch (task.name) {
    case 'sales_reply': {
      const toolCalls = chooseTools(task.facts, tools);
      return { text: toolCalls.length > 0 ? '' : composeSalesReply(task.facts), toolCalls };
    }
    case 'shop_reply': {
      const toolCalls = chooseShopTools(task.facts, tools);
      return { text: toolCalls.length > 0 ? '' : composeShopReply(task.facts), toolCalls };
    }
    case 'customer_content':
      return { text: composeCustomerContent(task.facts), toolCalls: [] };
  }
}
