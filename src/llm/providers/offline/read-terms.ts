import { stemmer } from 'stemmer';
import { unifyNames } from './unify-names.js';

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{N}]+/gu;

/** Words without a topic of their own, politeness and the verbs of asking included. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after again all also am an and any anyone between anything are as ask asking at be been before being but by can come comes compare compared comparison could currently ' +
    'did difference different diffrence do does doing don done each else even ever every exactly fast fresh few first for from further get gets getting give giving go going good got ' +
    'had happen happens happened has have having he hello help her here hey hi him his how i idea if in instead info information into interested is isn it its ' +
    'just kind know let like ll long made make makes making look looking lot m make many may maybe me mean might mind more most much must my need needs new no nor ' +
    'not now of off offer offers offered offering ok okay old on once one only per or other our out over own people please pls plz possible ppl folks possibly provide quick question questions ' +
    're really regarding reps right s same say see she should show shows so some something soon still such sure t take talk tell than thank thanks that ' +
    'the their them then there these they thing things think this those through to together too under understand until u up ur us use ' +
    'run running using ve versus very vs want was waht way we well were what when where whether which while who whom why will wish send sent with within without wondering ' +
    'whats hows wheres whos whens thats theres dont doesnt didnt cant wont isnt arent ' +
    'work works working worked love loved would yes yet you your yours d'
  ).split(' '),
);

/**
 * Words of business English that ask for the same thing. A concept is written `~name`, so that it cannot be mistaken
 * for a word.
 */
const CONCEPT_WORDS: Readonly<Record<string, string>> = {
  '~price': 'price prices pricing cost costs fee fees charge charges billed expensive cheapest lowest',
  '~discount': 'discount discounts rebate reduction cheaper saving savings',
  '~trial': 'trial pilot evaluation sandbox poc try test testing',
  '~security': 'security secure securely encryption encrypted protection',
  '~privacy': 'gdpr privacy dpa personal',
  '~certification':
    'certification certifications certified certificate soc iso hipaa audit audited compliance compliant',
  '~payment': 'pay payment payments invoice invoices invoiced card cards transfer remittance',
  '~uptime': 'uptime availability sla downtime outage',
  '~support': 'support helpdesk assistance',
  '~onboarding': 'onboarding implementation setup rollout migration deploy deployment',
  '~contract': 'contract contracts agreement term terms',
  '~cancel': 'cancel cancellation terminate termination notice',
  '~refund': 'refund refunds refunded reimburse reimbursement',
  '~commit': 'guarantee guarantees guaranteed commitment commitments promise promised target',
  '~breach': 'miss missed breach credit credits compensation penalty',
  '~duration': 'time duration timeline deadline',
  '~response': 'response responses respond react reacts reaction',
  '~problem': 'problem problems issue issues ticket tickets incident incidents',
  '~integration':
    'integration integrations integrate integrates connector connectors connect connects api webhook webhooks',
  '~signon': 'sso saml oidc login scim authentication',
  '~seat': 'seat seats user users licence licences license licenses',
  '~limit': 'limit limits rate rates quota quotas maximum throttling',
  '~demo': 'demo walkthrough presentation',
  '~request': 'request requests call calls',
  '~sheet': 'csv spreadsheet spreadsheets excel',
  '~store': 'region regions residency server servers stored store stores hosted host kept located resides',
  '~train': 'training course courses workshop',
  '~annual': 'annual annually year yearly',
  '~month': 'month monthly months',
};
const CONCEPTS: ReadonlyMap<string, string> = new Map(
  Object.entries(CONCEPT_WORDS).flatMap(([concept, words]) =>
    words.split(' ').map((word) => [stemmer(word), concept] as const),
  ),
);

const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/** Porter's stem. Memoised, because the same few thousand words return in every passage. */
export function stem(word: string): string {
  let stemmed = remembered.get(word);
  if (stemmed === undefined) {
    stemmed = stemmer(word);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(word, stemmed);
  }
  return stemmed;
}

/** Stems of the words that carry a topic, in order of appearance, each once. */
export function readTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const word of unifyNames(text).toLowerCase().match(TOKEN) ?? []) {
    if (!STOP_WORDS.has(word)) terms.add(stem(word));
  }
  return [...terms];
}

/** The concept a term stands for, if it stands for one. */
export function conceptOf(term: string): string | undefined {
  return CONCEPTS.get(term);
}

/** Other words for the same thing, at most `max`; none for a term without a concept. */
export function synonymsOf(term: string, max: number): string[] {
  const words = CONCEPT_WORDS[conceptOf(term) ?? '']?.split(' ') ?? [];
  const others = new Map(words.map((word) => [stem(word), word]));
  others.delete(term);
  return [...others.values()].slice(0, max);
}
