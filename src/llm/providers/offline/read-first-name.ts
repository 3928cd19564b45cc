const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'herr', 'frau']);
const NAME = /^\p{L}[\p{L}\p{M}'’-]{0,29}$/u;

/** The name to address somebody by, or undefined where the record holds nothing that looks like one. */
export function readFirstName(fullName: string | null | undefined): string | undefined {
  if (fullName === null || fullName === undefined) return undefined;
  // "Okafor, Amara" is surname first.
  const [before = '', after] = fullName.split(',', 2);
  const words = (after ?? before).trim().split(/\s+/);
  const word = words.find((candidate) => !TITLES.has(candidate.toLowerCase().replace(/\.$/, '')));
  return word !== undefined && NAME.test(word) ? word : undefined;
}
