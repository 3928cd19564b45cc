import { type ShopWant } from '../../llm/index.js';

/**
 * What a shop conversation is about, from turn to turn. Ids only: what they stand for is looked up anew, for whoever asks
 * then.
 */
export interface ShopSlots {
  order: number | null;
  product: number | null;
  /** What was listed last, in the order it was shown. */
  list: { of: 'order' | 'product'; ids: number[] } | null;
  /** Which of the three was spoken of last. */
  focus: 'order' | 'product' | 'list' | null;
  /** The last thing that was wanted: "and in women's?" changes a part of it. */
  want: ShopWant | null;
  /** The want that waits for an answer to what was asked back. */
  isPending: boolean;
}

export const NO_SLOTS: ShopSlots = {
  order: null,
  product: null,
  list: null,
  focus: null,
  want: null,
  isPending: false,
};

/** Slots as they were stored; the shape of what this product wrote itself. */
export function readSlots(stored: Record<string, unknown>): ShopSlots {
  return { ...NO_SLOTS, ...(stored as Partial<ShopSlots>) };
}
