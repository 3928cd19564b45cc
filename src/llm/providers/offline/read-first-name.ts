const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'herr', 'frau']);
const NAME = /^\p{L}[\p{L}\p{M}'’-]{0,29}$/u;
const WHOLE_NAME = /^\p{L}[\p{L}\p{M}'’ .-]{0,59}$/u;
/** Where the family name is written first, the whole name is the safe address. */
const FAMILY_NAME_FIRST =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
const IN_BRACKETS = /\s*[(（][^)）]*[)）]/g;

/** The whole name as it is written on an envelope, or undefined where the record holds nothing that looks like one. */
export function readFullName(fullName: string | null | undefined): string | undefined {
  if (readFirstName(fullName) === undefined) return undefined;
  const plain = (fullName ?? '').replace(IN_BRACKETS, '').replace(/\s+/g, ' ').trim();
  const [before = '', after] = plain.split(', ', 2);
  const name = after === undefined ? plain : `${after} ${before}`;
  return WHOLE_NAME.test(name) ? name : undefined;
}

/** The name to address somebody by, or undefined where the record holds nothing that looks like one. */
export function readFirstName(fullName: string | null | undefined): string | undefined {
  if (fullName === null || fullName === undefined) return undefined;
  const plain = fullName.replace(IN_BRACKETS, '').trim();
  if (FAMILY_NAME_FIRST.test(plain)) return WHOLE_NAME.test(plain) ? plain : undefined;
  // "Okafor, Amara" is surname first.
  const [before = '', after] = plain.split(',', 2);
  const words = (after ?? before).trim().split(/\s+/);
  const word = words.find((candidate) => !TITLES.has(candidate.toLowerCase().replace(/\.$/, '')));
  return word !== undefined && NAME.test(word) ? word : undefined;
}
