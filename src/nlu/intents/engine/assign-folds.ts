import { createHash } from 'node:crypto';

function rank(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Which of `folds` parts each item belongs to: every group is dealt out evenly, in an order that depends on nothing but the
 * texts, so that adding a row moves few others.
 */
export function assignFolds(items: readonly { text: string; group: string }[], folds: number): number[] {
  const ranked = items
    .map(({ text, group }, at) => ({ at, group, rank: rank(text) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.at - b.at));
  const assigned = new Array<number>(items.length).fill(0);
  const dealt = new Map<string, number>();
  for (const { at, group } of ranked) {
    // Each group begins elsewhere: otherwise the single examples of rare labels would all fall into the first part.
    const next = dealt.get(group) ?? Number.parseInt(rank(group).slice(0, 8), 16);
    assigned[at] = next % folds;
    dealt.set(group, next + 1);
  }
  return assigned;
}
