import { trimText } from './trim-text.js';

export type DecimalMark = '.' | ',';

/** Collects, value by value, what proves which sign a column writes before its fractions. */
export class DecimalMarkEvidence {
  private readonly proofs: Record<DecimalMark, number> = { '.': 0, ',': 0 };

  add(value: string): void {
    const mark = provenMark(trimText(value));
    if (mark !== undefined) this.proofs[mark] += 1;
  }

  /** null: nothing proves a mark, or the proofs contradict each other. */
  result(): DecimalMark | null {
    const { '.': points, ',': commas } = this.proofs;
    if (points > 0 && commas > 0) return null;
    if (points === 0 && commas === 0) return null;
    return points > 0 ? '.' : ',';
  }
}

/** `12,5` proves a decimal comma, `1.234.567` and `1.234,5` do as well; `1,234` proves nothing. */
export function provenMark(value: string): DecimalMark | undefined {
  const [first, ...others] = value.match(/[.,]/g) ?? [];
  if (first === undefined) return undefined;
  const last = others.at(-1) ?? first;
  // Two signs: the last one is it. One sign several times: it groups, so that the other one is it.
  if (first !== last) return toMark(last);
  if (others.length > 0) return toMark(first === '.' ? ',' : '.');
  return /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/.test(value) ? undefined : toMark(first);
}

function toMark(mark: string): DecimalMark {
  return mark === ',' ? ',' : '.';
}
