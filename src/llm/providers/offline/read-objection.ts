/** What somebody hesitates about, and the words in which a company's own answer to it may be headed. */
export interface Objection {
  topic: string;
  words: string;
}

/** Generic doubts of buyers: nothing here knows a vendor or what it answers. */
const OBJECTIONS: readonly (Objection & { forms: readonly RegExp[] })[] = [
  {
    topic: 'price',
    words: 'price cost too high expensive budget',
    forms: [
      /\b(?:too|so|very|quite|pretty|rather|really|bit|more) (?:expensive|costly|pricey|steep|high|dear|much)\b/i,
      /\b(?:over|above|beyond|outside|exceeds?) (?:our|the|my) budget\b/i,
      /\b(?:can(?:no|['’])?t|cannot) (?:afford|justify|spend|pay)\b|\bno budget\b|\bnot? (?:in|within) (?:our|the) budget\b/i,
      /\b(?:is|are|seems?|looks?|sounds?|feels?) (?:\w+ ){0,2}(?:steep|pricey|expensive|costly)\b|\bpay (?:more than )?double\b/i,
      /\bcheaper (?:elsewhere|alternatives?|options?)\b|\boverpriced\b|\brip-?off\b|\bhard to justify\b/i,
    ],
  },
  {
    topic: 'time',
    words: 'no time right now change busy later effort',
    forms: [
      /\b(?:no|not enough|don['’]?t have (?:the |any )?) ?(?:time|capacity|resources|bandwidth)\b/i,
      /\b(?:too|so|very) busy\b|\bnot (?:a|the) (?:good|right|best) (?:time|moment)\b|\b(?:bad|wrong) (?:time|timing)\b/i,
      /\b(?:too much|a lot of) (?:work|effort|hassle)\b|\bhassle\b/i,
    ],
  },
  {
    topic: 'existing tool',
    words: 'already have use another tool existing vendor switch',
    forms: [
      /\b(?:already|currently|now) (?:have|has|use|using|work with|working with|on|got)\b/i,
      /\b(?:happy|satisfied|fine|ok|okay|good) with (?:our|what|the|it|them)\b|\bwhy (?:should|would) (?:we|i) (?:switch|change)\b/i,
    ],
  },
  {
    topic: 'authority',
    words: 'ask my boss approval decide board manager',
    forms: [
      /\b(?:ask|convince|persuade|talk to|check with|run (?:it|this) (?:by|past)) (?:my|our|the) (?:boss|manager|director|board|ceo|cfo|cto|management|team|partner)\b/i,
      /\b(?:boss|manager|director|board|ceo|cfo|management|procurement)\b.{0,40}\b(?:approve|approval|sign off|decide|decides|agree|convince)\w*/i,
    ],
  },
  {
    topic: 'security',
    words: 'worry security data safe trust',
    forms: [
      /\b(?:worr(?:y|ied|ies)|concern(?:ed|s)?|nervous|afraid|uneasy|uncomfortable|don['’]?t trust)\b.{0,60}\b(?:security|secure|data|privacy|cloud|breach|leak|gdpr)\b/i,
      /\b(?:security|data|privacy|cloud)\b.{0,40}\b(?:worr(?:y|ies)|concerns?)\b/i,
    ],
  },
  {
    topic: 'adoption',
    words: 'people team will not use adopt adoption new tool',
    forms: [
      /\b(?:nobody|no one|people|team|reps|staff|colleagues|they)\b.{0,40}\b(?:won['’]?t|will not|will never|never|refuse to|don['’]?t want to|will|hate to?) (?:use|adopt|accept|like|switch|learn)\b/i,
      /\bhates? (?:\w+ ){0,2}(?:software|tools?|systems?|change|apps?)\b|\b(?:nobody|no one|hardly anyone) (?:logged|logs|used|uses|adopted|adopts)\b/i,
      /\b(?:groan\w*|moan\w*|roll their eyes) (?:at|about)\b|\bnobody (?:opens?|touches|wants)\b|\b(?:something|a thing|a tool) (?:that )?(?:nobody|no one)\b/i,
      /\b(?:yet )?another (?:tool|system|app|login|software)\b|\b(?:low|poor) adoption\b|\btoo (?:complicated|complex|hard|difficult)\b/i,
    ],
  },
  {
    topic: 'contract length',
    words: 'long contract commitment lock-in term monthly',
    forms: [
      /\b(?:long|multi-?year|yearly|annual|year-?long|fixed)[ -](?:term )?(?:contracts?|commitments?|term)\b/i,
      /\block(?:ed)?[- ]?in\b|\bcommit (?:to|for) (?:a|one|two|three|\d)\b|\btied (?:in|down|to)\b/i,
    ],
  },
  {
    topic: 'size',
    words: 'too small team company size',
    forms: [
      /\b(?:too|so|very|pretty|rather) small\b|\b(?:only|just) (?:\d|two|three|four|five|a few|a handful)\b.{0,20}\b(?:people|of us|seats|users|reps|employees)\b/i,
    ],
  },
  {
    topic: 'build it ourselves',
    words: 'build ourselves own developers in-house',
    forms: [
      /\b(?:build|built|develop|make|write|code|do) (?:it|this|that|something|one|our own)\b.{0,20}\b(?:ourselves|in-?house|own|internally)\b/i,
      /\b(?:our|own) (?:developers|engineers|it team|dev team)\b.{0,40}\b(?:build|develop|make|write)\b|\bour own (?:tool|solution|system)\b/i,
    ],
  },
];

/** What somebody doubts who only says that the price is the matter. */
export const PRICE_OBJECTION: Objection = { topic: 'price', words: 'price cost too high expensive budget' };

/** The doubt a message states; undefined where it states none of the usual ones. */
export function readObjection(message: string): Objection | undefined {
  return OBJECTIONS.find(({ forms }) => forms.some((form) => form.test(message)));
}
