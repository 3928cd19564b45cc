import { givesModelInstructions } from '../../../nlu/index.js';
import { type ShopReplyFacts } from '../../../llm/index.js';

const DATA = String.raw`(?:orders?|purchases?|data|details|address(?:es)?|e-?mails?|phone numbers?|names?|account|records?|history|buy|bought|spend|spent)`;
const OTHERS = String.raw`(?:(?:an)?other (?:customers?|users?|persons?|people)|someone else(?:['’]s)?|somebody else(?:['’]s)?|everyone(?:['’]s)?|everybody(?:['’]s)?|all (?:your |the )?(?:customers?|users?)|my (?:wife|husband|neighbou?r|boss|friend|sister|brother|mother|father|ex)['’]s)`;
const ABOUT_OTHERS = new RegExp(String.raw`\b${OTHERS}\b.{0,60}\b${DATA}\b|\b${DATA}\b.{0,60}\b${OTHERS}`, 'i');
const BY_ID = new RegExp(String.raw`\b(?:users?|customers?)(?: (?:id|number|no\.?))?[ :#]{0,3}(\d{1,12})\b`, 'gi');
const WHO_BOUGHT = /\b(?:who|which customers?) (?:bought|ordered|purchased|placed)\b/i;

/** Why a message is not answered: it asks for what belongs to others, or gives the assistant orders. */
export function readRefusal(message: string, userId: string | null): ShopReplyFacts['refusal'] {
  const names = [...message.matchAll(BY_ID)].some(([, id]) => id !== userId);
  if (names || ABOUT_OTHERS.test(message) || WHO_BOUGHT.test(message)) return 'other_people';
  return givesModelInstructions(message) ? 'instructions' : null;
}
