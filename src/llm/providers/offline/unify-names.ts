/** Names one writes out and the other shortens. The value is one word, so that it is compared as one. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bsingle[ -]sign[ -]?on\b/gi, 'SSO'],
  [/\b(?:two|2)[ -](?:step|factor)(?: (?:sign-?in|login|authentication|verification))?\b|\b2FA\b/gi, 'MFA'],
  [/\bmulti[ -]factor(?: authentication)?\b/gi, 'MFA'],
  [/\bEuropean Union\b/gi, 'EU'],
  [/\bUnited States(?: of America)?\b|\bUSA\b|\bU\.S\.(?:A\.)?/g, 'UnitedStates'],
  [/\b(?:on[ -]prem(?:ises?)?|self[ -]host(?:ed|ing)?)\b/gi, 'onpremises'],
  [/\bdemonstrations?\b|\bdemos\b/gi, 'demo'],
  [/\be-mail/gi, 'email'],
  [/\bmonth[ -](?:by|to)[ -]month\b/gi, 'monthly'],
  [/(\d ?%) (?:less|cheaper|off)\b/gi, '$1 discount'],
  [/\bpaid\b/gi, 'pay'],
  [/\bdata[ -]processing (?:agreement|addendum)\b/gi, 'DPA'],
  [/\bmoney[ -]back\b/gi, 'refund'],
  [/\bdata (?:back )?out\b/gi, 'data export'],
  [/\b(?:credit|debit) cards?\b/gi, 'card'],
  [/\bup-?time\b/gi, 'availability'],
  [/\bw\/o\b/gi, 'without'],
  [/\b(?:promo(?:tion(?:al)?)?|coupon|voucher|discount)s? codes?\b/gi, 'discount codes'],
  [
    /\b(?:choose|pick|prefer|take|buy|go with|switch to) (?:you|yours|your \w+|it) (?:over|instead of|rather than)\b/gi,
    'better than',
  ],
  [
    /\bwhat happens (?:if|when) (?:you|it|they|we) (?:miss|fail|breach|break|do not (?:meet|keep)|don['’]?t (?:meet|keep))\b/gi,
    'credit',
  ],
];
/** "HM-80", "ISO 27001", "SOC 2": one word, so that 80 alone is no model. */
const CODE = /\b(?:([A-Za-z]{1,6})-(\d{1,5}[A-Za-z]?)|([A-Z]{2,6}) (\d{1,5}[A-Z]?))\b(?![.,]\d)/g;
const MAY_HAVE_ONE =
  /w\/o|codes?\b|over|instead|rather|happens|card|up-?time|sign|step|factor|2fa|union|states|usa|u\.s\.|prem|host|demo|e-mail|month|money|data|paid|%/i;

/** The text with one spelling for what has several ("single sign-on", "SSO"), so that question and passage can meet. */
export function unifyNames(text: string): string {
  const coded = text.replace(CODE, (_code, letters?: string, digits?: string, upper = '', number = '') =>
    letters === undefined ? `${String(upper)}${String(number)}` : `${letters}${digits ?? ''}`,
  );
  if (!MAY_HAVE_ONE.test(coded)) return coded;
  return SHORT_FORMS.reduce((unified, [pattern, shortForm]) => unified.replace(pattern, shortForm), coded);
}

const SUPPORT_AS_VERB =
  /\b(?:[Dd]o|[Dd]oes|[Cc]an|[Ww]ill|[Ww]ould) (?:you|it|they|your \w+|the \w+) (?:also )?support\b|\bsupports? (?=[A-Z])/g;

/** "Do you support X" asks about X, not about the support desk. */
export function dropSupportVerb(text: string): string {
  return text.replace(SUPPORT_AS_VERB, ' ');
}

/** What a search by words should look for as well. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bdemos?\b/i, 'demonstration'],
  [/\bsso\b/i, 'single sign-on'],
  [/\b(?:mfa|2fa)\b|\b(?:two|multi)[ -]factor\b/i, 'two-step sign-in'],
  [/\bEU\b/, 'European Union'],
  [/\bon[ -]prem\b/i, 'on-premises'],
  [/\d ?% off\b|\bcheaper\b/i, 'discount'],
  [/\b(?:tier|edition|package)\b/i, 'plan'],
  [/\bcheapest\b|^\W*how much(?:\s+\S+){1,3}$/i, 'price'],
  [/\bDPA\b/, 'data processing agreement'],
  [/\bwhere\b.{0,30}\b(?:servers?|hosted|located)\b/i, 'data stored'],
  [/\btry(?:ing)?\b/i, 'free trial'],
  [/\bmoney[ -]back\b/i, 'refund'],
  [/\bgo(?:es)? down\b/i, 'availability'],
  [/\bdata (?:back )?out\b/i, 'export'],
  [/\b(?:promo|coupon|voucher)/i, 'discount codes'],
  [
    /\b(?:choose|pick|prefer|take|buy|go with|switch to) (?:you|yours|your \w+|it) (?:over|instead of|rather than)\b/i,
    'better',
  ],
  [/\bSLAs?\b/, 'service level availability'],
  [/\bup-?time\b/i, 'availability'],
  [/\bavailability\b/i, 'uptime'],
  [/\bcredit cards?\b/i, 'payment'],
];

/** The query with the long form of its short names behind it. */
export function writeOutNames(query: string): string {
  const longForms = WRITTEN_OUT.filter(([short, long]) => short.test(query) && !query.toLowerCase().includes(long));
  return [query, ...longForms.map(([, long]) => long)].join(' ');
}
