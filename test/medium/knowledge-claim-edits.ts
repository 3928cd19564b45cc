/** A sentence of a document; of a table row the cells of all rows of its table and the columns that it quotes. */
export interface SourcedSentence {
  readonly sentence: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly number[];
}

export type Rewrite = readonly [edit: string, rewrite: (sentence: string, source: SourcedSentence) => string[]];

const replace =
  (pattern: RegExp, by: string | ((match: string) => string)) =>
  (sentence: string): string[] => {
    const edited = sentence.replace(pattern, by as string);
    return edited === sentence ? [] : [edited];
  };

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  '3': 'three',
  '10': 'ten',
  '7': 'seven',
  '8': 'eight',
  '30': 'thirty',
  '14': 'fourteen',
};

/** Says the same in other words. */
export const PARAPHRASES: readonly Rewrite[] = [
  ['verbatim', (sentence) => [sentence]],
  ['opened', (sentence) => [`In short: ${sentence}`]],
  ['clients', replace(/\bcustomers\b/i, 'clients')],
  ['a period', replace(/ per (month|year|minute)\b/, ' a $1')],
  ['currency code', replace(/\$(\d[\d,.]*\d|\d)/, 'USD $1')],
  ['percent in words', replace(/(\d)%/, '$1 percent')],
  [
    'number in words',
    replace(/(?<![\d.,:$-])\b(?:3|10|7|8|30|14)\b(?![.,:]\d|%)/, (number) => NUMBER_WORDS[number] ?? number),
  ],
  ['at most', replace(/\bup to\b/, 'at most')],
  [
    'we',
    replace(/^Brindlecall (holds|offers|has|is)\b/, (said) =>
      said.endsWith('is') ? 'We are' : `We ${said.split(' ')[1]?.replace('has', 'have').replace(/s$/, '') ?? ''}`,
    ),
  ],
  [
    'head only',
    (sentence, { rows }) =>
      (rows.length > 0 ? '' : sentence)
        .split(/, (?=billed|with|which|payable|renewed|and (?:is|a|every))/)
        .slice(0, -1)
        .slice(0, 1)
        .map((head) => `${head}.`),
  ],
];

const PLANS = ['Starter', 'Team', 'Enterprise'];
const OTHER_UNITS: Readonly<Record<string, string>> = {
  hours: 'days',
  hour: 'day',
  days: 'weeks',
  day: 'week',
  minutes: 'hours',
  minute: 'day',
  weeks: 'months',
  months: 'years',
  month: 'year',
  year: 'month',
  years: 'months',
  seconds: 'minutes',
  MB: 'GB',
  seats: 'workspaces',
};
const INVENTED = ['Zoho', 'Freshdesk', 'Trello', 'Okta', 'Bitrix', 'Telegram', 'Zapier', 'Marketo'];

/** Changes one fact each. */
export const EDITS: readonly Rewrite[] = [
  ['figure', changeFigures],
  [
    'unit',
    (sentence) =>
      Object.keys(OTHER_UNITS).flatMap((unit) =>
        replace(new RegExp(`(?<=\\d |\\bper |\\d business )${unit}\\b`), OTHER_UNITS[unit] ?? '')(sentence),
      ),
  ],
  ['currency', replace(/\$(?=\d)/, '€')],
  ['plan', swapPlan],
  ['negated', (sentence) => negate(sentence).slice(0, 1)],
  [
    'affirmed',
    replace(
      /\b(?:is|are|does|do|must) not (?=\w)|(?<=\b(?:has|needs|is|and|with) )no (?=\w)|\bwithout (?=a)|\bnever /,
      (denial) =>
        (/^(?:is|are|must)/.exec(denial)?.[0] ?? '').concat(
          /^(?:is|are|must)/.test(denial)
            ? ' '
            : denial.startsWith('no')
              ? 'a '
              : denial.startsWith('without')
                ? 'with '
                : '',
        ),
    ),
  ],
  ['name', inventName],
  [
    'limit',
    replace(
      /\bup to\b|\bat most\b|\bor more\b|\bminimum of\b|\bwithin(?= \d)/,
      (limit) =>
        ({
          'up to': 'at least',
          'at most': 'at least',
          'or more': 'at most',
          'minimum of': 'maximum of',
          within: 'more than',
        })[limit] ?? limit,
    ),
  ],
  [
    'direction',
    replace(
      /\b(less|cheaper|drops|newer)\b/,
      (word) => ({ less: 'more', cheaper: 'more expensive', drops: 'rises', newer: 'older' })[word] ?? word,
    ),
  ],
  ['billing', exchangeBilling],
  [
    'certificate',
    replace(
      /ISO 27001|SOC 2|HIPAA|GDPR|TLS 1\.2|AES-256|SAML 2\.0/,
      (name) =>
        ({
          'ISO 27001': 'ISO 9001',
          'SOC 2': 'SOC 3',
          HIPAA: 'PCI DSS',
          GDPR: 'CCPA',
          'TLS 1.2': 'TLS 1.0',
          'AES-256': 'AES-512',
        })[name] ?? 'SAML 3.0',
    ),
  ],
  [
    'promise',
    (sentence) =>
      [sentence.replace(/\.$/, ', guaranteed.')]
        .filter((edited) => !/availab|commitment/i.test(sentence) && edited !== sentence)
        .slice(0, 1),
  ],
];

function changeFigures(sentence: string): string[] {
  const figures = [
    ...sentence.matchAll(/(?<![A-Z]-|[A-Z]{2,5} |[A-Za-z]|Microsoft )\d[\d,]*(?:\.\d+)?(?!\d|[A-Za-z])/g),
  ];
  return figures.flatMap((match) => {
    const value = Number(match[0].replaceAll(',', ''));
    const isClock = sentence.charAt(match.index + match[0].length) === ':' || sentence.charAt(match.index - 1) === ':';
    if (isClock) return [];
    const changed = match[0].includes('.')
      ? (value - 0.37).toFixed(match[0].split('.')[1]?.length ?? 1)
      : String(value > 12 ? value + 5 : value + 1);
    return [sentence.slice(0, match.index) + changed + sentence.slice(match.index + match[0].length)];
  });
}

/** "Monthly or yearly" is the same the other way round. */
function exchangeBilling(sentence: string): string[] {
  if (/\b(?:monthly|yearly) (?:or|and) (?:monthly|yearly)\b/i.test(sentence)) return [];
  const others: Readonly<Record<string, string>> = {
    yearly: 'monthly',
    monthly: 'yearly',
    Yearly: 'Monthly',
    Monthly: 'Yearly',
  };
  return replace(/\b(?:yearly|monthly)\b/gi, (word) => others[word] ?? word)(sentence);
}

/** Only sentences about one plan: of two, the other one's statement may be true as well. */
function swapPlan(sentence: string, source: SourcedSentence): string[] {
  const named = PLANS.filter((plan) => new RegExp(`\\b${plan}\\b`).test(sentence));
  const [plan] = named;
  if (plan === undefined || named.length > 1) return [];
  return PLANS.filter((other) => other !== plan && !hasSameCells(source, plan, other)).map((other) =>
    sentence.replaceAll(new RegExp(`\\b${plan}\\b`, 'g'), other),
  );
}

/** What stands in one plan's row may be, or be a part of, what stands in the other's: then it is true of that one too. */
function hasSameCells({ rows, columns }: SourcedSentence, plan: string, other: string): boolean {
  const [own, others] = [plan, other].map((name) => rows.find(([subject]) => subject === name));
  if (own === undefined || others === undefined) return false;
  const wordsOf = (cell = ''): string[] => [...(cell.toLowerCase().match(/[a-z\d]+/g) ?? [])];
  return columns.every((column) => wordsOf(own[column]).every((word) => wordsOf(others[column]).includes(word)));
}

function negate(sentence: string): string[] {
  if (/\b(?:not|no|never|without|nobody|cannot)\b|:$/i.test(sentence)) return [];
  return [
    ...replace(/\b(is|are|can|will|must) (?=\w)/, (verb) => `${verb}not `)(sentence),
    ...replace(
      /\b(includes?|receives?|needs?|offers|adds|covers|holds|works|speaks|keeps) /,
      (verb) => `does not ${verb.replace(/s $/, ' ')}`,
    )(sentence),
  ];
}

function inventName(sentence: string): string[] {
  const names = [
    ...sentence.matchAll(
      /(?<!^)(?<![.] )\b(?:Salesforce|HubSpot|Pipedrive|Gmail|Slack|Zendesk|Frankfurt|Virginia|Dynamics|WhatsApp|German|French|SCIM|HMAC)\b/g,
    ),
  ];
  return names.map(
    (match, index) =>
      sentence.slice(0, match.index) +
      (INVENTED[(index + sentence.length) % INVENTED.length] ?? '') +
      sentence.slice(match.index + match[0].length),
  );
}
