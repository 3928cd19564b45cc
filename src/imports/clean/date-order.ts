import { readDateParts } from './read-date-parts.js';
import { trimText } from './trim-text.js';

export type DateOrder = 'DMY' | 'MDY' | 'YMD';

export interface DateSample {
  row: number;
  value: string;
}

export interface InferredDateOrder {
  /** null: nothing proves an order, or the proofs contradict each other. */
  order: DateOrder | null;
  /** The first values that prove it: a 17 in first place can be no month. */
  evidence: DateSample[];
  /** Values that prove the other order. */
  conflicting?: DateSample[];
}

const EXAMPLES = 3;
/** One slip in that many proofs does not undo what the others say; its row is reported by itself. */
const PROOFS_PER_SLIP = 50;

class Proofs {
  count = 0;
  readonly examples: DateSample[] = [];

  add(sample: DateSample): void {
    this.count += 1;
    if (this.examples.length < EXAMPLES) this.examples.push({ ...sample });
  }
}

/** Collects, value by value, what proves the order of day, month and year in a column. */
export class DateOrderEvidence {
  private readonly proofs = { DMY: new Proofs(), MDY: new Proofs(), YMD: new Proofs() };
  private open = 0;

  add(sample: DateSample): void {
    const order = provenOrder(sample.value);
    if (order === 'open') this.open += 1;
    else if (order !== undefined) this.proofs[order].add(sample);
  }

  result(): InferredDateOrder {
    const { DMY, MDY, YMD } = this.proofs;
    if (DMY.count + MDY.count === 0) {
      // Among dates that start with the year, those that end with it are another way of writing: they prove nothing.
      return YMD.count > 0 && this.open === 0
        ? { order: 'YMD', evidence: YMD.examples }
        : { order: null, evidence: [] };
    }
    const [order, most, least] = DMY.count >= MDY.count ? (['DMY', DMY, MDY] as const) : (['MDY', MDY, DMY] as const);
    if (least.count === 0) return { order, evidence: most.examples };
    const isSlip = least.count * PROOFS_PER_SLIP <= most.count;
    return { order: isSlip ? order : null, evidence: most.examples, conflicting: least.examples };
  }
}

/** The order a column's dates are written in, told from all of them. */
export function inferDateOrder(samples: Iterable<DateSample>): InferredDateOrder {
  const evidence = new DateOrderEvidence();
  for (const sample of samples) evidence.add(sample);
  return evidence.result();
}

/** What one value proves; `open` for a date that could be read both ways, undefined for what is no such date. */
function provenOrder(value: string): DateOrder | 'open' | undefined {
  const text = trimText(value);
  const parts = /^\d/.test(text) ? readDateParts(text) : undefined;
  if (parts === undefined) return undefined;
  if (parts.kind === 'known') return /^\d{4}/.test(text) ? 'YMD' : undefined;
  return orderOf(parts.first, parts.second);
}

function orderOf(first: number, second: number): 'DMY' | 'MDY' | 'open' | undefined {
  if (first > 31 || second > 31 || (first > 12 && second > 12)) return undefined;
  if (first > 12) return 'DMY';
  return second > 12 ? 'MDY' : 'open';
}
