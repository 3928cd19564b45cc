import type * as Messages from 'langchain';
import { type AIMessageChunk, type BaseMessage } from 'langchain';
import type * as OpenAi from '@langchain/openai';
import { type ChatOpenAI, type ChatOpenAICallOptions } from '@langchain/openai';
import { LlmError } from '../llm-error.js';
import {
  type LlmMessage,
  type LlmProvider,
  type LlmRequest,
  type LlmResult,
  type LlmStreamPart,
  type LlmTool,
} from '../llm.port.js';
import { costOfTokens } from '../usage/cost-of-tokens.js';
import { assembleToolCalls, type ToolCallPiece } from './assemble-tool-calls.js';
import { boundedFetch } from './openai-fetch.js';
import { toLlmError } from './to-llm-error.js';

export interface OpenAiOptions {
  /** null: OpenAI itself. */
  baseUrl: string | null;
  model: string;
  /** null for servers that ask for none, such as a local Ollama. */
  apiKey: string | null;
}

/** No tokenizer packs more characters into a token than about this, so a longer text ignored the limit it was given. */
const MAX_CHARS_PER_TOKEN = 16;

type Vendor = typeof Messages & typeof OpenAi;

/**
 * Everything that speaks OpenAI's chat completions. The vendor's packages are loaded at the first call: they cost a
 * quarter of a second and 40 MB that an offline installation never needs.
 */
export class OpenAiProvider implements LlmProvider {
  readonly name = 'openai';
  readonly model: string;
  private vendor: Promise<Vendor> | undefined;
  /** One client per output limit (one per task): the limit is an argument of the vendor's constructor. */
  private readonly clients = new Map<number, ChatOpenAI>();

  constructor(private readonly options: OpenAiOptions) {
    this.model = options.model;
  }

  async *stream(request: LlmRequest, signal: AbortSignal): AsyncGenerator<LlmStreamPart> {
    signal.throwIfAborted();
    const controller = new AbortController();
    const onAbort = (): void => {
      controller.abort(signal.reason);
    };
    // Outside the translation of faults: packages that cannot be loaded are a broken installation, not a bad answer.
    const vendor = await this.loadVendor();
    signal.throwIfAborted();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const client = this.clientFor(vendor, request.maxOutputTokens);
      const messages = request.messages.map((message) => toVendorMessage(vendor, message));
      const callOptions = toCallOptions(request, controller.signal);
      yield* readChunks(await client.stream(messages, callOptions), request, this);
    } catch (error) {
      signal.throwIfAborted();
      throw toLlmError(error, Date.now());
    } finally {
      signal.removeEventListener('abort', onAbort);
      // Closes the connection when the reader left early; after the end of the stream it does nothing.
      controller.abort();
    }
  }

  private loadVendor(): Promise<Vendor> {
    this.vendor ??= importVendor();
    return this.vendor;
  }

  private clientFor(vendor: Vendor, maxTokens: number): ChatOpenAI {
    let client = this.clients.get(maxTokens);
    if (client === undefined) {
      client = new vendor.ChatOpenAI({
        model: this.model,
        apiKey: this.options.apiKey ?? 'none',
        maxTokens,
        // Its default of 6 also retries faults that come back the same; retrying is the resilience wrapper's.
        maxRetries: 0,
        streamUsage: true,
        // Compatible servers speak chat completions only; for some model names the vendor would switch by itself.
        useResponsesApi: false,
        configuration: {
          baseURL: this.options.baseUrl ?? 'https://api.openai.com/v1',
          fetch: boundedFetch,
          // It would print what it cannot parse, which is the model's text, to the console.
          logLevel: 'off',
        },
      });
      this.clients.set(maxTokens, client);
    }
    return client;
  }
}

/** One after the other: test runners with a module loader of their own trip over two imports of one graph at once. */
async function importVendor(): Promise<Vendor> {
  const openai = await import('@langchain/openai');
  const messages = await import('langchain');
  return { ...openai, ...messages };
}

async function* readChunks(
  chunks: AsyncIterable<AIMessageChunk>,
  request: LlmRequest,
  provider: OpenAiProvider,
): AsyncGenerator<LlmStreamPart> {
  const answer = new AnswerReader(request.maxOutputTokens * MAX_CHARS_PER_TOKEN);
  for await (const chunk of chunks) {
    const delta = answer.read(chunk);
    if (delta !== '') yield { type: 'text-delta', delta };
  }
  const result = answer.finish(provider.name, provider.model);
  for (const call of result.toolCalls) yield { type: 'tool-call', call };
  yield { type: 'finish', result };
}

/** Folds the chunks of one answer. */
class AnswerReader {
  private text = '';
  private readonly pieces: ToolCallPiece[] = [];
  private chars = 0;
  private finishReason: string | undefined;
  private inputTokens = 0;
  private outputTokens = 0;

  constructor(private readonly maxChars: number) {}

  /** @returns the text of the chunk */
  read(chunk: AIMessageChunk): string {
    const delta = typeof chunk.content === 'string' ? chunk.content : '';
    this.text += delta;
    this.chars += delta.length;
    this.readToolCalls(chunk.tool_call_chunks ?? []);
    if (this.chars > this.maxChars) throw new LlmError('output_too_large', { retryable: false });
    const reason: unknown = chunk.response_metadata.finish_reason;
    if (typeof reason === 'string') this.finishReason = reason;
    if (chunk.usage_metadata !== undefined) {
      this.inputTokens = chunk.usage_metadata.input_tokens;
      this.outputTokens = chunk.usage_metadata.output_tokens;
    }
    return delta;
  }

  private readToolCalls(pieces: readonly ToolCallPiece[]): void {
    for (const piece of pieces) {
      this.pieces.push(piece);
      this.chars += piece.args?.length ?? 0;
    }
  }

  finish(provider: string, model: string): LlmResult {
    if (this.finishReason === 'content_filter') throw new LlmError('content_filtered', { retryable: false });
    // Every complete answer names why it ended; a stream that just stops was cut, or was never one.
    if (this.finishReason === undefined) {
      throw new LlmError(this.chars > 0 ? 'connection_failed' : 'malformed_output', { retryable: true });
    }
    const toolCalls = assembleToolCalls(this.pieces);
    if (toolCalls.length === 0 && this.text.trim() === '') throw new LlmError('empty_output', { retryable: true });
    const tokens = { inputTokens: this.inputTokens, outputTokens: this.outputTokens };
    return {
      provider,
      model,
      text: this.text,
      toolCalls,
      finishReason: toolCalls.length > 0 ? 'tool_calls' : this.finishReason === 'length' ? 'length' : 'stop',
      usage: { ...tokens, costUsd: costOfTokens(model, tokens) },
      degraded: false,
      degradedReason: null,
      attempts: [],
    };
  }
}

function toCallOptions(request: LlmRequest, signal: AbortSignal): Partial<ChatOpenAICallOptions> {
  return {
    signal,
    ...(request.tools.length > 0 && { tools: request.tools.map(toVendorTool) }),
    ...(request.outputSchema !== undefined && {
      response_format: { type: 'json_schema', json_schema: { name: request.task.name, schema: request.outputSchema } },
    }),
  };
}

function toVendorTool(tool: LlmTool): { type: 'function'; function: Omit<LlmTool, never> } {
  return { type: 'function', function: tool };
}

function toVendorMessage(vendor: Vendor, message: LlmMessage): BaseMessage {
  switch (message.role) {
    case 'system':
      return new vendor.SystemMessage(message.content);
    case 'user':
      return new vendor.HumanMessage(message.content);
    case 'assistant':
      return new vendor.AIMessage({
        content: message.content,
        tool_calls: (message.toolCalls ?? []).map((call) => ({ id: call.id, name: call.name, args: call.arguments })),
      });
    case 'tool':
      return new vendor.ToolMessage({
        content: message.content,
        tool_call_id: message.toolCallId,
        name: message.toolName,
      });
  }
}
