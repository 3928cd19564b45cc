import { type Statement } from './statement.js';

/** Name -> what it stands in (`listSlots`). */
export type Slots = ReadonlyMap<string, ReadonlySet<string>>;

interface Named {
  readonly names: ReadonlySet<string>;
}

/**
 * Whether a text says something of another of the same kind: of the Enterprise plan where the claim speaks of the Team plan.
 * Two names are of one kind when they stand before the same word, in the same first column or beside each other in a list.
 * @param known what names stand in, in the claim and in all texts
 */
export function belongsToOthers(claim: Named, stated: Named, known: readonly Slots[]): boolean {
  for (const name of claim.names) {
    if (stated.names.has(name)) continue;
    const slots = known.flatMap((texts) => [...(texts.get(name) ?? [])]);
    if (slots.length === 0) continue;
    for (const other of stated.names) {
      if (!claim.names.has(other) && slots.some((slot) => known.some((texts) => texts.get(other)?.has(slot))))
        return true;
    }
  }
  return false;
}

/** Every name of some statements with what it stands in. */
export function joinSlots(statements: readonly Statement[]): Map<string, ReadonlySet<string>> {
  const joined = new Map<string, Set<string>>();
  for (const { slots } of statements) {
    for (const [name, own] of slots) {
      const known = joined.get(name);
      if (known === undefined) joined.set(name, new Set(own));
      else for (const slot of own) known.add(slot);
    }
  }
  return joined;
}
