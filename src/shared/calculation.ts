/** One multiplication written out, such as `14 × $39 = $546`. */
export interface Equation {
  factor: number;
  /** The amount that is multiplied, and what comes out, in hundredths of the currency. */
  operandCents: number;
  resultCents: number;
  operandText: string;
  resultText: string;
}

/** A sentence and what it works out behind its statement. */
export interface Calculation {
  /** The sentence without the calculation: what has to stand in a passage. */
  statement: string;
  /** How many of what: the number the prospect names. */
  count: number;
  equations: Equation[];
}

export interface PricePer {
  /** As written, e.g. `$39`, `€1,200.50` or `39 EUR`. */
  amount: string;
  period: 'month' | 'year' | null;
}

const SIGN = String.raw`(?:US\$|[$€£¥₹]|(?:USD|EUR|GBP|CHF|JPY|INR)\s)`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?`;
/** An amount of money in English notation; the sign or code stands on one side of it. */
export const MONEY_TEXT = String.raw`(?:${SIGN}(?:${DIGITS})|(?:${DIGITS})(?:\s?[€£]|\s(?:USD|EUR|GBP|CHF|JPY|INR)\b))`;

const EQUATION = new RegExp(String.raw`(\d{1,9}) × (${MONEY_TEXT}) = (${MONEY_TEXT})(?: per (?:month|year))?`, 'g');
const SUFFIX = /[,;] so for (\d{1,7}) (\p{L}+): ([^:]{5,200}?)(\.?\s*)$/u;
const MONTHS = 12;

/**
 * Puts what the prices come to for a number behind a statement: "…, so for 14 seats: 14 × $39 = $546 per month and
 * 12 × $546 = $6,552 per year." Every step is written out, so that readers and the claim check can follow it.
 */
export function writeCalculation(statement: string, count: number, unit: string, prices: readonly PricePer[]): string {
  const steps = prices.map((price) => writeSteps(count, price)).filter((text) => text !== '');
  if (steps.length === 0) return statement;
  return `${statement.replace(/\.\s*$/, '')}, so for ${count} ${unit}: ${steps.join(', or ')}.`;
}

function writeSteps(count: number, { amount, period }: PricePer): string {
  const cents = readCents(amount);
  if (cents === null) return '';
  const total = writeCents(cents * count, amount);
  const first = `${count} × ${amount} = ${total}${period === null ? '' : ` per ${period}`}`;
  if (period !== 'month') return first;
  return `${first} and ${MONTHS} × ${total} = ${writeCents(cents * count * MONTHS, amount)} per year`;
}

/** Reads a calculation back; undefined for a sentence without one, or with anything else where the steps should stand. */
export function readCalculation(sentence: string): Calculation | undefined {
  const suffix = SUFFIX.exec(sentence);
  if (suffix === null) return undefined;
  const [, count = '', , steps = '', end = ''] = suffix;
  if (steps.replace(EQUATION, '').replace(/\b(?:and|or)\b|[,\s]/g, '') !== '') return undefined;
  const equations = [...steps.matchAll(EQUATION)].map(toEquation);
  if (equations.length === 0) return undefined;
  return { statement: sentence.slice(0, suffix.index) + end, count: Number(count), equations };
}

/**
 * Whether every step is right and starts from what is known: a price of the statement times the number, or the step before
 * times the months of a year.
 */
export function isSound({ statement, count, equations }: Calculation): boolean {
  return equations.every(({ factor, operandCents, resultCents, operandText }, i) => {
    if (factor * operandCents !== resultCents) return false;
    const isFromStatement = factor === count && holdsAmount(statement, operandText);
    return isFromStatement || (factor === MONTHS && operandCents === equations[i - 1]?.resultCents);
  });
}

/** As a whole amount: `$3` does not stand in `$39`. */
function holdsAmount(text: string, amount: string): boolean {
  return [...text.matchAll(new RegExp(MONEY_TEXT, 'g'))].some(([found]) => found === amount);
}

function toEquation([, factor = '', operandText = '', resultText = '']: RegExpExecArray): Equation {
  return {
    factor: Number(factor),
    operandCents: readCents(operandText) ?? Number.NaN,
    resultCents: readCents(resultText) ?? Number.NaN,
    operandText,
    resultText,
  };
}

function readCents(amount: string): number | null {
  const digits = new RegExp(DIGITS).exec(amount)?.[0];
  return digits === undefined ? null : Math.round(Number(digits.replaceAll(',', '')) * 100);
}

/** In the notation of the amount it comes from. */
function writeCents(cents: number, like: string): string {
  const fraction = cents % 100 === 0 ? 0 : 2;
  const digits = (cents / 100).toLocaleString('en-US', {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
  return like.replace(new RegExp(DIGITS), digits);
}
