import { type ShopObservation } from '../../llm/index.js';
import { nextSlots } from './next-slots.js';
import { NO_SLOTS, readSlots } from './shop-slots.js';
import { blank } from './understand/read-wants.js';

const observation = (part: Partial<ShopObservation>): ShopObservation =>
  ({
    tool: 'look_up_order',
    callId: 'c',
    status: 'ok',
    arguments: {},
    facts: [],
    choice: null,
    ...part,
  }) as ShopObservation;

describe('nextSlots', () => {
  it('waits for an answer when something has to be chosen', () => {
    const want = blank('order_status', 'where is my order?');
    const next = nextSlots(NO_SLOTS, [want], [observation({ choice: { of: 'order', ids: [2, 1] } })]);
    expect(next).toEqual({ ...NO_SLOTS, want, list: { of: 'order', ids: [2, 1] }, focus: 'list', isPending: true });
  });

  it('keeps everything through a courtesy, and survives what an older version stored', () => {
    const slots = readSlots({ product: 7, focus: 'product', unknown: 1 });
    expect(nextSlots(slots, [], [])).toMatchObject({ product: 7, focus: 'product', want: null });
  });
});
