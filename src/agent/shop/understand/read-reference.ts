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
  const ordinal = ORDINALS.find(([, pattern]) => pattern.test(text));
  if (ordinal !== undefined) return list.ids.at(ordinal[0]);
  const numbered = readNumbered(text, list.ids);
  if (numbered !== null) return numbered;
  return isPending && list.ids.length === 1 && YES.test(text) ? list.ids[0] : undefined;
}

/** An id of the list, or a place in it; null where no number is named that could be either. */
function readNumbered(text: string, ids: readonly number[]): number | undefined | null {
  const named = (text.match(/\d+/g) ?? []).map(Number).find((id) => ids.includes(id));
  if (named !== undefined) return named;
  const place = NUMBERED.exec(text)?.[1];
  return place === undefined ? null : ids[Number(place) - 1];
}

/** Whether the text speaks of one or of several things that were named before. */
export function readPronoun(text: string): 'one' | 'several' | null {
  if (SEVERAL.test(text)) return 'several';
  return ONE.test(text) ? 'one' : null;
}
