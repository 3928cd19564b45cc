const EMPTY = -1;

/**
 * From a 32-bit hash to a position 0, 1, 2 … : open addressing over typed arrays, because a Map of boxed numbers costs five
 * times as much per look-up and a message has hundreds.
 */
export class FeatureTable {
  readonly #keys: Uint32Array;
  readonly #positions: Int32Array;
  readonly #mask: number;

  /** @param hashes all different, in the order of their positions */
  constructor(hashes: ArrayLike<number>) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, hashes.length * 2)));
    this.#mask = slots - 1;
    this.#keys = new Uint32Array(slots);
    this.#positions = new Int32Array(slots).fill(EMPTY);
    for (let position = 0; position < hashes.length; position += 1) {
      const hash = hashes[position] ?? 0;
      const slot = this.#slotOf(hash);
      this.#keys[slot] = hash;
      this.#positions[slot] = position;
    }
  }

  /** The position, or -1. */
  find(hash: number): number {
    return this.#positions[this.#slotOf(hash)] ?? EMPTY;
  }

  #slotOf(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#positions[slot] !== EMPTY && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
