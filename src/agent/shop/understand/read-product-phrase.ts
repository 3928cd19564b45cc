const QUOTED = /["“”«„]([^"“”«»„]{2,120})["“”»]/;
const SIZE =
  /\b(?:in (?:a )?)?sizes?(?: (?:is |are )?(?:x{0,3}[sml]|\d{1,2}(?:\/\d{1,2})?|small|medium|large))?\b|\bin (?:x{0,3}[sml])\b(?!['’])/giu;
/** What carries a question and is part of no name when it stands at an end of it. */
const CARRIERS: ReadonlySet<string> = new Set(
  (
    'how many much is are was were be been do does did you have has got can could would will i id im we me us my mine it its he they them those these that this one ones ' +
    'please guess think suppose tell show give list see find search look looking check say know knowing wonder whether if what whats which who where when there theres the a an any some all of for about your our price prices priced cost costs stock stocks in on at to by from and or also but so then ok okay oh well still yet now currently today moment right left available availability remaining hand inventory warehouse shop store sold out sell selling buy get order need want like love looking after thanks thank cheers regards hi hello hey dear good morning afternoon evening sir madam number numbers amount quantity count units unit pieces piece pairs pair copies product products item items article articles called named similar something anything cheaper less expensive more alternative alternatives than instead else kind kinds sort type with without just only exactly roughly up down carry offer kindly much many id no nr recommend recommendation suggest suggestion browse option options affordable cheap different other others another same not come comes coming colour colours color colors size sizes offered lot lots back be been any wondering combien de en est ce que quel quelle quels quelles le la les des du un une prix avez vous il reste wie viele viel gibt es noch sind haben sie der die das von auf lager kostet kosten was cuantos cuantas cuanto cuesta hay precio tienen quedan el los quanto quanti costa ci sono di brand brands first second third fourth fifth'
  ).split(' '),
);
const WORD = /[^\s,;:?!()]+/gu;

/**
 * What of a question is the name of a product: quoted, or what stays when the words that carry the question are taken off
 * both ends. Undefined where nothing stays.
 */
export function readProductPhrase(clause: string): string | undefined {
  const quoted = QUOTED.exec(clause)?.[1]?.trim();
  if (quoted !== undefined) return quoted;
  const text = clause.replace(SIZE, ' ');
  const words = [...text.matchAll(WORD)].map((match) => ({ word: match[0], start: match.index }));
  const isCarrier = ({ word }: { word: string }): boolean => {
    const key = word.toLowerCase().replace(/['’](?:s|re|m|d|ll|ve)$|[^\p{L}\p{N}&-]/gu, '');
    return key === '' || CARRIERS.has(key);
  };
  const first = words.findIndex((word) => !isCarrier(word));
  const last = words.findLastIndex((word) => !isCarrier(word));
  const [from, to] = [words[first], words[last]];
  if (from === undefined || to === undefined) return undefined;
  const phrase = text
    .slice(from.start, to.start + to.word.length)
    .replace(/[\s.,;:!?]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(phrase) ? phrase : undefined;
}
