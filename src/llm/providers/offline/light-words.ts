import { readTerms } from './read-terms.js';

/** Nearly every sentence of a vendor's documents has one of these (stems). */
export const GENERIC = /^(?:plan|tier|edit|packag|product|includ|avail|tool|softwar|system|servic|solut|compani)$/;

/** Words (stems) that say little by themselves and stand in sentences about anything. */
export const LIGHT =
  /^(?:back|set|sai|said|hand|carri|bring|put|turn|hold|whole|part|bit|lot|stuff|everyth|noth|somebodi|someon|anybodi|place|side|half|next|last|morn|even|dai|point|line|page|word|guy|girl|boi|case|fact|sort|wai|end|begin|situat|chanc|left|rest|big|small|good|bad|best|high|low|full|long|short|real|true|fine|actual|simpli|honest|honestli|curiou|wonder|suppos|guess|hope|wish|believ|mention|heard|hear|told|read|write|wrote|add|around|via|todai|tomorrow|yesterdai|alreadi|anywai|basic|kindli|regard|straight|direct|directli|exactli|somewher|anywher|everi|mostli|around|two|three|four|five|six|seven|eight|nine|ten|own|happi|sold|gone|stop|stai|live|land|pick|hous|name|number|great|love|nice|cool|super|fair|guess|forget|forgot|rememb|mind|matter|boss|friend|folk|sir|madam|wors|bought|thu|hundr)$/;

/** Whether a text has no topic of its own: "and how often", "great". */
export function saysNothing(text: string): boolean {
  return readTerms(text).every((term) => LIGHT.test(term));
}
