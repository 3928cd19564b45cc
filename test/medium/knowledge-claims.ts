import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClaimEvidence } from '../../src/rag/cite/check-claims.js';
import { splitDocument } from '../../src/rag/ingest/split-document.js';
import { splitSentences } from '../../src/rag/text/split-sentences.js';

/** A sentence with the passages a turn could have found for it, its own among them. */
export interface PlantedSentence {
  sentence: string;
  edit: string;
  evidence: ClaimEvidence[];
}

interface SourcedSentence {
  sentence: string;
  passage: number;
}

const FILES = ['integrations.md', 'pricing.md', 'security.md', 'service-levels.md'];
const PASSAGES_PER_TURN = 5;

export function listPassages(folder: string): ClaimEvidence[] {
  return FILES.flatMap((file) =>
    splitDocument(readFileSync(join(folder, file), 'utf8')).chunks.map(({ heading, text, ordinal }): ClaimEvidence => ({
      kind: 'knowledge',
      ref: `${file}#${ordinal}`,
      text: `${heading}\n${text}`,
    })),
  );
}

/** The prose sentences of the passages, and for each table row one sentence per cell and one for the whole row. */
export function listSentences(passages: readonly ClaimEvidence[]): SourcedSentence[] {
  return passages.flatMap(({ text }, passage) => {
    const body = text.slice(text.indexOf('\n') + 1);
    const spans = splitSentences(body).map(({ start, end }) => body.slice(start, end).replaceAll('\n', ' '));
    const header = spans.find((span) => span.startsWith('|'));
    const rows = spans.filter((span) => span.startsWith('|') && span !== header);
    const prose = spans.filter((span) => !span.startsWith('|'));
    return [...prose, ...rows.flatMap((row) => renderRow(cellsOf(header ?? ''), cellsOf(row)))].map((sentence) => ({
      sentence,
      passage,
    }));
  });
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function renderRow(header: readonly string[], cells: readonly string[]): string[] {
  const said = cells.slice(1).map((cell, index) => `${(header[index + 1] ?? '').toLowerCase()}: ${cell}`);
  return [...said.map((part) => `${cells[0] ?? ''} – ${part}.`), `${cells[0] ?? ''} – ${said.join('; ')}.`];
}

/** The sentence's own passage and the four that follow it in a fixed order, so that other plans' figures stand beside. */
function turnEvidence(passages: readonly ClaimEvidence[], own: number): ClaimEvidence[] {
  const heads = (text: string) => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const mine = heads(passages[own]?.text ?? '');
  const shared = (text: string) => [...heads(text)].filter((word) => mine.has(word)).length;
  const others = passages
    .map((passage, index) => ({ passage, index, shared: shared(passage.text) }))
    .filter(({ index }) => index !== own)
    .sort((a, b) => b.shared - a.shared || a.index - b.index);
  const found = others.slice(0, PASSAGES_PER_TURN - 1).map(({ passage }) => passage);
  return [...passages.slice(own, own + 1), ...found];
}

type Rewrite = [edit: string, rewrite: (sentence: string) => string[]];

const replace = (pattern: RegExp, by: string | ((match: string) => string)) => (sentence: string) => {
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
const PARAPHRASES: readonly Rewrite[] = [
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
    replace(/\bBrindlecall (holds|offers|has|is)\b/, (said) =>
      said.endsWith('is') ? 'We are' : `We ${said.split(' ')[1]?.replace('has', 'have').replace(/s$/, '') ?? ''}`,
    ),
  ],
  [
    'head only',
    (sentence) =>
      sentence
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
const EDITS: readonly Rewrite[] = [
  ['figure', changeFigures],
  [
    'unit',
    (sentence) =>
      Object.keys(OTHER_UNITS).flatMap((unit) =>
        replace(new RegExp(`(?<=[\\d] |(?:per|business) )${unit}\\b`), OTHER_UNITS[unit] ?? '')(sentence),
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
      /\bup to\b|\bat most\b|\bor more\b|\bminimum of\b|\bwithin\b/,
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
  [
    'billing',
    replace(
      /\b(yearly|monthly)\b/i,
      (word) => ({ yearly: 'monthly', monthly: 'yearly', Yearly: 'Monthly', Monthly: 'Yearly' })[word] ?? word,
    ),
  ],
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

/** Only sentences about one plan: of two, the other one's statement may be true as well. */
function swapPlan(sentence: string): string[] {
  const named = PLANS.filter((plan) => new RegExp(`\\b${plan}\\b`).test(sentence));
  const [plan] = named;
  // What one plan has may be a part of what the other has, and then it is true of that one too.
  if (plan === undefined || named.length > 1 || /: E-mail\.$/.test(sentence)) return [];
  return PLANS.filter((other) => other !== plan).map((other) =>
    sentence.replaceAll(new RegExp(`\\b${plan}\\b`, 'g'), other),
  );
}

function negate(sentence: string): string[] {
  if (/\b(?:not|no|never|without|nobody)\b|:$/.test(sentence)) return [];
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

function plant(folder: string, rewrites: readonly Rewrite[]): PlantedSentence[] {
  const passages = listPassages(folder);
  return listSentences(passages).flatMap(({ sentence, passage }) => {
    const evidence = turnEvidence(passages, passage);
    return rewrites.flatMap(([edit, rewrite]) => rewrite(sentence).map((text) => ({ sentence: text, edit, evidence })));
  });
}

/** True sentences of the documents, verbatim and in other words. */
export function plantTrue(folder: string): PlantedSentence[] {
  return plant(folder, PARAPHRASES);
}

/** The same sentences, each with one fact changed. */
export function plantFalse(folder: string): PlantedSentence[] {
  return plant(folder, EDITS);
}
