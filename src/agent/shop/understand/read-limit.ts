const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
};
const COUNT = String.raw`(\d{1,2}|${Object.keys(WORDS).join('|')})`;
const NAMED = new RegExp(
  String.raw`\b(?:top|first|last|best|latest|newest)[ -]${COUNT}\b|\b${COUNT} (?:\w+ ){0,2}?(?:best|most|top|cheap\w*|newest|last|latest|recent|products?|items?|alternatives?|sellers?|bestsellers?|suggestions?|options?|orders?)\b`,
  'i',
);
const SINGLE =
  /\b(?:best[- ]?seller|top[- ]?seller|(?:most|best)[- ](?:sold|selling|popular|bought) (?:product|item|article|brand)|sells (?:the )?(?:best|most)|number one)\b/i;

/** The text without its "top 5", which names no category. */
export function withoutLimit(text: string): string {
  return text.replace(/\b(?:the )?top[ -](?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twenty)\b/gi, ' ');
}

/** How many are wanted ("top 5", "three newest"); one where a single thing is asked for; null where nothing is said. */
export function readLimit(text: string): number | null {
  const match = NAMED.exec(text);
  const written = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (written !== undefined) return WORDS[written] ?? (Number(written) || null);
  return SINGLE.test(text) ? 1 : null;
}
