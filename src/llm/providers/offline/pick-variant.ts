import { type Variants } from './sales-phrases.js';

/** Says one thing in one of its wordings. */
export type Say = (variants: Variants) => string;

/** One of the variants, chosen by the seed alone: the same message gets the same wording, another message another one. */
export function pickVariant<T>(variants: readonly [T, ...T[]], seed: string): T {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  // FNV-1a alone leaves neighbouring seeds in neighbouring variants.
  hash ^= hash >>> 15;
  return variants[(hash >>> 0) % variants.length] ?? variants[0];
}

/** The variants that none of our earlier answers used word for word; all of them where none is left. */
export function listUnsaid(variants: Variants, answers: readonly string[]): Variants {
  const [first, ...others] = variants.filter((variant) => !answers.some((answer) => answer.includes(variant)));
  return first === undefined ? variants : [first, ...others];
}
