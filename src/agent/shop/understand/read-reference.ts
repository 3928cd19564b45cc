import { type ShopSlots } from '../shop-slots.js';

const ORDINALS: readonly (readonly [number, RegExp])[] = [
  [0, /\b(?:first|1st|former)\b/i],
  [1, /\b(?:second|2nd|latter)\b/i],
  [2, /\b(?:third|3rd)\b/i],
  [3, /\b(?:fourth|4th)\b/i],
  [4, /\b(?:fifth|5th)\b/i],
  [-1, /\b(?:last|bottom) (?:one|of (?:them|those|these))\b/i],
  [0, /\b(?:top|number one) (?:one|of (?:them|those|these))\b/i],
];
const NUMBERED = /^\W*(?:(?:the )?(?:number|no\.?|option|#) ?)?(\d{1,2})\W*$/i;
const YES =
  /^\W*(?:yes|yeah|yep|yup|correct|exactly|right|that one|that(?:'s|’s| is) (?:it|the one|right)|sure|please do|si|ja|oui)\b/i;
const SEVERAL = /\b(?:those|them|these|they|each|all of)\b/i;
const ONE = /\b(?:it|its|that|this|the same|one)\b/i;

/** What of the list shown before is meant ("the second one", "number 2", "yes"); undefined where nothing of it is. */
export function readListed(text: string, { list, isPending }: ShopSlots): number | undefined {
  if (list === null) return undefined;
  for (const [index, pattern] of ORDINALS) if (pattern.test(text)) return list.ids.at(index);
  const digits = NUMBERED.exec(text)?.[1];
  if (digits !== undefined) return list.ids.find((id) => id === Number(digits)) ?? list.ids[Number(digits) - 1];
  const named = (text.match(/\d+/g) ?? []).map(Number).find((id) => list.ids.includes(id));
  if (named !== undefined) return named;
  return isPending && list.ids.length === 1 && YES.test(text) ? list.ids[0] : undefined;
}

/** Whether the text speaks of one or of several things that were named before. */
export function readPronoun(text: string): 'one' | 'several' | null {
  if (SEVERAL.test(text)) return 'several';
  return ONE.test(text) ? 'one' : null;
}
