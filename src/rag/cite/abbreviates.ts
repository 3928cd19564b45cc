import { type Reading } from './read-evidence.js';

/** `SSO` stands for "single sign-on" where the evidence says that; initials only, function words included. */
export function abbreviates(word: string, { item }: Pick<Reading, 'item'>): boolean {
  if (!/^\p{Lu}{2,6}s?$/u.test(word)) return false;
  const initials = Array.from(item.text.matchAll(/(?<![\p{L}\d])\p{L}/gu), ([letter]) => letter.toLowerCase()).join('');
  return initials.includes(word.replace(/s$/, '').toLowerCase());
}
