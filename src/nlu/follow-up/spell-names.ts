import { type Entity, type EntityType } from '../message-analysis.js';

const NAMES: ReadonlySet<EntityType> = new Set<EntityType>([
  'plan',
  'product',
  'integration',
  'competitor',
  'brand',
  'category',
]);

/** The message with the names of the lexicon in their right spelling: "the entreprise plan" -> "the Enterprise plan". */
export function spellNames(message: string, entities: readonly Entity[]): string {
  const misspelt = entities.filter(
    ({ type, text, value }) => NAMES.has(type) && text.toLowerCase() !== value.toLowerCase(),
  );
  return [...misspelt]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, value }) => text.slice(0, start) + value + text.slice(end), message);
}
