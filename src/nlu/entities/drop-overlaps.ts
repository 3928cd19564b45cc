import { type Entity, type EntityType } from '../message-analysis.js';

/** Between entities of equal length the more specific reading wins; names of the lexicon come before all: somebody chose them. */
const PRECEDENCE: readonly EntityType[] = [
  'plan',
  'product',
  'competitor',
  'integration',
  'brand',
  'category',
  'email',
  'order_id',
  'product_id',
  'money',
  'percent',
  'date',
  'phone',
  'company_size',
  'quantity',
  'duration',
  'company',
  'location',
  'person',
];
const RANK: ReadonlyMap<EntityType, number> = new Map(PRECEDENCE.map((type, rank) => [type, rank]));

function compare(a: Entity, b: Entity): number {
  const longer = b.end - b.start - (a.end - a.start);
  if (longer !== 0) return longer;
  return (RANK.get(a.type) ?? 0) - (RANK.get(b.type) ?? 0) || a.start - b.start;
}

/** Of overlapping entities the longest stays, of equally long ones the most specific; sorted by where they stand. */
export function dropOverlaps(entities: readonly Entity[]): Entity[] {
  const taken = new Set<number>();
  const kept: Entity[] = [];
  for (const entity of [...entities].sort(compare)) {
    // The longest come first, so whatever overlaps this one covers its first or its last character.
    if (taken.has(entity.start) || taken.has(entity.end - 1)) continue;
    for (let at = entity.start; at < entity.end; at += 1) taken.add(at);
    kept.push(entity);
  }
  return kept.sort((a, b) => a.start - b.start);
}
