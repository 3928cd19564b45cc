import { setImmediate as immediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LlmError, sumUsage } from '../../../../llm/index.js';
import { ProblemError } from '../../../../platform/index.js';
import { type RankedRecord } from '../../../../rag/index.js';
import { ContentReader } from '../write/content-reader.service.js';
import { ContentWriter, type WrittenContent } from '../write/content-writer.service.js';
import { type InteractionRecord } from '../write/interaction-record.js';
import { toBatchItem, withoutContent } from './batch-item.mapper.js';
import { type BatchItem, type BatchRequest, type ChunkUsage } from './batch-order.js';
import { type BatchRecipient } from './batch-recipient.repository.js';

/** Texts asked for at once: a model far away is waited for in parallel; offline it changes nothing. */
const AT_ONCE = 4;
/** Computing lets requests through this often. */
const YIELD_AFTER_MS = 15;

export interface WrittenChunk {
  items: BatchItem[];
  usage: ChunkUsage;
}

/** Writes to some customers of a batch. Stores nothing. */
@Injectable()
export class BatchChunkService {
  constructor(
    private readonly reader: ContentReader,
    private readonly writer: ContentWriter,
  ) {}

  /**
   * A customer whose text fails is one failed item; what fails for all of them (the database, the process) is thrown.
   */
  async write(
    recipients: readonly BatchRecipient[],
    request: BatchRequest,
    signal: AbortSignal,
  ): Promise<WrittenChunk> {
    const wanted = recipients.filter((recipient) => findObstacle(recipient, request) === null);
    const ids = wanted.map(({ customerId }) => customerId);
    const interactions = await this.reader.readInteractions(ids, request);
    const written: WrittenContent[] = [];
    const items = new Array<BatchItem>(recipients.length);
    let next = 0;
    let lastYieldAt = performance.now();
    const work = async (): Promise<void> => {
      for (let index = next++; index < recipients.length; index = next++) {
        const recipient = recipients[index];
        if (recipient === undefined) return;
        const found = interactions.get(recipient.customerId) ?? [];
        items[index] = await this.writeOne(recipient, found, request, signal, written);
        if (performance.now() - lastYieldAt < YIELD_AFTER_MS) continue;
        await immediate();
        lastYieldAt = performance.now();
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, recipients.length) }, work));
    return { items, usage: toUsage(written) };
  }

  private async writeOne(
    recipient: BatchRecipient,
    interactions: RankedRecord<InteractionRecord>[],
    request: BatchRequest,
    signal: AbortSignal,
    written: WrittenContent[],
  ): Promise<BatchItem> {
    const obstacle = findObstacle(recipient, request);
    if (obstacle !== null) return withoutContent(recipient.customerId, 'suppressed', obstacle);
    signal.throwIfAborted();
    const { material } = await this.reader.prepare(recipient, interactions, request);
    try {
      const content = await this.writer.write(material, signal);
      written.push(content);
      return toBatchItem(recipient.customerId, content);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LlmError || error instanceof ProblemError)
        return withoutContent(recipient.customerId, 'failed', error.code);
      throw error;
    }
  }
}

/** Why a customer gets no text at all. */
export function findObstacle(
  { optedOut, hasAddress }: Pick<BatchRecipient, 'optedOut' | 'hasAddress'>,
  { requireAddress }: Pick<BatchRequest, 'requireAddress'>,
): 'opted_out' | 'no_address' | null {
  if (optedOut) return 'opted_out';
  return requireAddress && !hasAddress ? 'no_address' : null;
}

function toUsage(written: readonly WrittenContent[]): ChunkUsage {
  const degraded = written.filter(({ model }) => model.degraded).length;
  return { degraded, ...sumUsage(written.map(({ usage }) => usage)) };
}
