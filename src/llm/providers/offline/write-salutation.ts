import { type SalesReplyFacts } from '../../llm.port.js';
import { pickVariant } from './pick-variant.js';
import { readFirstName } from './read-first-name.js';
import { PHRASES } from './sales-phrases.js';

/**
 * "Hello Amara," the same for a name in every conversation; empty without a name, and once we have answered: nobody is
 * greeted twice.
 */
export function writeSalutation({ history, observations }: SalesReplyFacts): string {
  const looked = observations.find((observation) => observation.tool === 'fetch_prospect_details');
  const name = readFirstName(looked?.prospect?.name);
  if (name === undefined || history.some(({ sender }) => sender === 'agent')) return '';
  return pickVariant(PHRASES.salutation, name).replace('{name}', () => name);
}
