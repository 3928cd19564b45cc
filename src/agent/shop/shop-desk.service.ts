import { Injectable } from '@nestjs/common';
import { type ShopReplyFacts } from '../../llm/index.js';
import { analyseMessage, classifyShopIntents, type IntentScore, type ShopIntent } from '../../nlu/index.js';
import { type Desk } from '../desk.port.js';
import { describeAnalysis } from '../outcome/describe-analysis.js';
import { type Turn } from '../turn.js';
import { ShopNamesService } from './shop-names.service.js';
import { readSlots, type ShopSlots } from './shop-slots.js';
import { ShopTurnWork } from './shop-turn-work.js';
import { readRefusal } from './understand/read-refusal.js';
import { readWants } from './understand/read-wants.js';

/** Understands a shop customer's message with the names of the catalog and what the conversation was about before. */
@Injectable()
export class ShopDesk implements Desk {
  constructor(private readonly shopNames: ShopNamesService) {}

  async begin(turn: Turn, signal: AbortSignal): Promise<ShopTurnWork> {
    const { names, lexicon } = await this.shopNames.get();
    signal.throwIfAborted();
    const { message, now, history } = turn;
    const slots = readSlots(turn.slots);
    const refusal = readRefusal(message, turn.shopUserId);
    const wants = refusal === null ? readWants(message, { slots, names, now }) : [];
    const read = mergeIntents(wants, classifyShopIntents(message));
    const understood = analyseMessage(message, { now, history, lexicon });
    const facts = {
      message,
      history,
      language: understood.language,
      intent: read[0]?.intent ?? 'out_of_scope',
      wants,
      context: describeContext(slots),
      isSignedIn: turn.shopUserId !== null,
      refusal,
    };
    return new ShopTurnWork(turn, facts, describeAnalysis(understood, 'The customer', read));
  }
}

/** What the message was found to want comes first, with the model's probability where it agrees. */
function mergeIntents(
  wants: ShopReplyFacts['wants'],
  read: readonly IntentScore<ShopIntent>[],
): IntentScore<ShopIntent>[] {
  const found = [...new Set(wants.map(({ intent }) => intent))];
  const others = read.filter(({ intent }) => !found.some((one) => one === intent));
  const sure = found.map((intent) => ({
    intent,
    probability: Math.max(BY_PHRASE, read.find((one) => one.intent === intent)?.probability ?? 0),
  }));
  return [...sure, ...(sure.length === 0 ? others : others.map((one) => ({ ...one, probability: 0 })))];
}

/** How sure a set phrase is. */
const BY_PHRASE = 0.8;

function describeContext({ order, product, list, want }: ShopSlots): string {
  return [
    ...(order === null ? [] : [`order ${order}`]),
    ...(product === null ? [] : [`product ${product}`]),
    ...(list === null ? [] : [`a list of ${list.of}s ${list.ids.join(', ')}`]),
    ...(want === null ? [] : [`last asked: ${want.intent}`]),
  ].join('; ');
}
