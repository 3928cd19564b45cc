/** The channels every language has a word for. */
export type KnownChannel = 'email' | 'phone' | 'chat' | 'post' | 'sms' | 'assistant';

const CHANNELS: readonly (readonly [KnownChannel, RegExp])[] = [
  ['email', /^e-?mails?$/i],
  ['phone', /^(?:(?:phone|telephone)(?: ?call)?|calls?)$/i],
  ['chat', /^(?:live )?chat(?: ?bot)?$/i],
  ['post', /^(?:post|letter|mail)$/i],
  ['sms', /^(?:sms|text(?: message)?)$/i],
  ['assistant', /^assistant$/i],
];

/** The channel behind a CRM's word, or undefined for one nobody heard of ("Boat"). */
export function findChannel(channel: string): KnownChannel | undefined {
  return CHANNELS.find(([, pattern]) => pattern.test(channel.trim()))?.[0];
}

/** The channel in the words of a language. */
export function nameChannel(
  channel: string | null,
  names: Readonly<Record<KnownChannel, string>>,
  unknown: (channel: string) => string,
): string {
  if (channel === null) return '';
  const known = findChannel(channel);
  return known === undefined ? unknown(channel) : names[known];
}

/** `04/10/2019` with the separator of a language, from `2019-10-04`. */
export function dayFirst(iso: string, separator: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [day, month, year].join(separator);
}

/** Joins what is there with single spaces. */
export function spaced(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
