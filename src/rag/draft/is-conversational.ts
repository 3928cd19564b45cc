import { admitsIgnorance } from '../cite/admits-ignorance.js';

/** What the offer does, has or promises, also when it is put as a question ("Did you know that we support …?"). */
const TELLS_OF_OFFER =
  /\b(?:we|our (?:product|platform|software|tool|service|team|company|plans?)|the (?:product|platform|software|tool|service)) (?:\w+ ){0,2}?(?:supports?|offers?|includes?|provides?|integrates?|works? with|comply|complies|guarantees?|stores?|encrypts?|hosts?|serves?|delivers?|waive|refund|sell|ship|(?:is|are) (?:\w+ )?(?:certified|compliant|available|included|hosted|encrypted))\b/i;
const ASKS = /\?\s?["'”’“»)\]]*\s*$/;
/** What the writer feels, offers to find out or asks for; nothing that has been done, and no promise about the offer. */
const FIRST_PERSON =
  /^\W*(?:(?:and|so|but|then|yes|no|instead|until then|meanwhile),? |if [^,]{1,60}, |for [^,]{1,60}, |about [^,]{1,80}, |as for [^,]{1,120}, )*(?:i|we)(?:['’](?:m|d|ll|re)| am| are| would| could| can| cannot| may| do not| don['’]t| understand| see| hope| appreciate| prefer| respect| suggest| wish| thank| find| found| would rather| will (?:gladly |happily |be glad to |not )?(?:check|ask|pass|put|bring|come back|let|leave|respect|get back|look|take|keep|press|involve|hand|find out|make sure a colleague))\b/i;
const COURTEOUS =
  /^\W*(?:please|let me|let us|thanks?|thank you|sorry|my apologies|apologies|(?:happy|glad|pleased|good|great|nice|always nice|lovely) (?:to|that|you|question|technical|point|morning|afternoon|news)|gladly|of course|certainly|sure|understood|agreed|hello|hi|hey|dear|you are welcome|my pleasure|no problem|just (?:write|let|tell)|feel free|here is (?:how|what)|this is what|(?:a|my|the right) colleagues?\b|somebody|that (?:is|helps|makes|would|sounds)|it (?:would help|helps) (?:me|us|to know)|if (?:you|that|this|it|things)|should (?:it|you|that|things)|in (?:that|any) case|before you|to (?:be|give|get|answer|point|find|make) )/i;
/** Said of the conversation itself, wherever it stands in the sentence. */
const ABOUT_TALK =
  /\b(?:(?:is|sounds like) an? (?:good|fair|sensible|great) (?:idea|way|question|point|concern|reason)|good idea to|makes sense|is not mine to|(?:is|are) not something i can|i would rather|do not rely on|(?:i|we) (?:will|can) look (?:it|them|that) up|what i do find)\b/i;
const MAX_COURTESY_CHARS = 260;

/**
 * Whether a sentence only carries the conversation: a question, a courtesy, what the writer does not know or will find out.
 * Everything else states something and has to be grounded.
 */
export function isConversational(sentence: string): boolean {
  const text = sentence.trim();
  if (!/\p{L}/u.test(text)) return true;
  if (TELLS_OF_OFFER.test(text)) return false;
  if (ASKS.test(text) || admitsIgnorance(text)) return true;
  const forms = [FIRST_PERSON, COURTEOUS, ABOUT_TALK];
  return text.length <= MAX_COURTESY_CHARS && forms.some((form) => form.test(text));
}
